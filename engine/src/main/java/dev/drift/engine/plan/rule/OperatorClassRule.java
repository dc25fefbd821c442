package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.OperatorClass;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Operator classes, which can only be made anew. What they consist of is added to their family
 * before; a class must name something, and its own type as storage says nothing.
 */
final class OperatorClassRule extends DefinedRule<OperatorClass> {
  @Override
  String definition(OperatorClass operatorClass) {
    return "CREATE OPERATOR CLASS "
        + quote(operatorClass.id().schema(), Addresses.withoutMethod(operatorClass.id()))
        + (operatorClass.byDefault() ? " DEFAULT" : "")
        + " FOR TYPE "
        + Types.sql(operatorClass.type())
        + " USING "
        + quote(operatorClass.method())
        + " FAMILY "
        + Sql.name(operatorClass.family())
        + " AS STORAGE "
        + Types.sql(operatorClass.storage().orElse(operatorClass.type()));
  }

  @Override
  String row(OperatorClass operatorClass) {
    return "pg_opclass o WHERE "
        + named("opc", operatorClass.id().schema(), Addresses.withoutMethod(operatorClass.id()))
        + " AND "
        + refersTo("o.opcmethod", "pg_am", "amname", operatorClass.method());
  }

  @Override
  SortedMap<String, String> shape(OperatorClass operatorClass) {
    var shape = new TreeMap<String, String>();
    shape.put("type", Shape.plainTypeIs("o.opcintype", operatorClass.type()));
    shape.put("byDefault", flag("o.opcdefault", operatorClass.byDefault()));
    shape.put(
        "family", refersTo("o.opcfamily", "pg_opfamily", "opfname", operatorClass.family().name()));
    shape.put(
        "storage",
        operatorClass
            .storage()
            .map(type -> Shape.plainTypeIs("o.opckeytype", type))
            .orElse("o.opckeytype IN (0, o.opcintype)"));
    return shape;
  }
}
