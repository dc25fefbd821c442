package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.AccessMethod;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Access methods, which can only be made anew. */
final class AccessMethodRule extends DefinedRule<AccessMethod> {
  @Override
  String definition(AccessMethod method) {
    return "CREATE ACCESS METHOD "
        + Sql.name(method.id())
        + " TYPE "
        + method.type().toUpperCase(Locale.ROOT)
        + " HANDLER "
        + Addresses.routineName(method.handler());
  }

  @Override
  String row(AccessMethod method) {
    return "pg_am o WHERE o.amname = " + literal(method.id().name());
  }

  @Override
  SortedMap<String, String> shape(AccessMethod method) {
    var shape = new TreeMap<String, String>();
    shape.put("type", "o.amtype = '" + method.type().charAt(0) + "'");
    shape.put("handler", calls("o.amhandler", method.handler()));
    return shape;
  }
}
