package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Operators; only their estimators can be changed, from PostgreSQL 17 on also what links them. */
final class OperatorRule extends DefinedRule<Operator> {
  private static final int LINKS_CAN_BE_SET = 17;

  @Override
  String definition(Operator operator) {
    var options = new ArrayList<String>();
    options.add("PROCEDURE = " + Addresses.routineName(operator.function()));
    operator.left().ifPresent(type -> options.add("LEFTARG = " + Types.sql(type)));
    operator.right().ifPresent(type -> options.add("RIGHTARG = " + Types.sql(type)));
    link(options, "COMMUTATOR", operator.commutator());
    link(options, "NEGATOR", operator.negator());
    estimator(options, "RESTRICT", operator.restrict());
    estimator(options, "JOIN", operator.join());
    if (operator.hashes()) {
      options.add("HASHES");
    }
    if (operator.merges()) {
      options.add("MERGES");
    }
    return "CREATE OPERATOR "
        + Addresses.operator(new QualifiedName(operator.id().schema(), operator.id().name()))
        + " (\n  "
        + String.join(",\n  ", options)
        + "\n)";
  }

  private static void link(List<String> options, String name, Optional<QualifiedName> other) {
    other.ifPresent(one -> options.add(name + " = " + Addresses.operatorValue(one)));
  }

  private static void estimator(List<String> options, String name, Optional<QualifiedName> f) {
    f.ifPresent(one -> options.add(name + " = " + Addresses.routineName(one)));
  }

  @Override
  String row(Operator operator) {
    return "pg_operator o WHERE o.oprcode <> 0 AND o.oprnamespace = to_regnamespace("
        + literal(quote(operator.id().schema()))
        + ") AND o.oprname = "
        + literal(
            Addresses.operatorName(new QualifiedName(operator.id().schema(), operator.id().name())))
        + " AND "
        + operand("o.oprleft", operator.left())
        + " AND "
        + operand("o.oprright", operator.right());
  }

  private static String operand(String column, Optional<TypeName> type) {
    return type.map(one -> Shape.typeIs("format_type(" + column + ", NULL)", one))
        .orElse(column + " = 0");
  }

  @Override
  SortedMap<String, String> shape(Operator operator) {
    var shape = new TreeMap<String, String>();
    shape.put("function", calls("o.oprcode", operator.function()));
    operator
        .commutator()
        .ifPresent(name -> shape.put("commutator", operator("o.oprcom", Optional.of(name))));
    operator
        .negator()
        .ifPresent(name -> shape.put("negator", operator("o.oprnegate", Optional.of(name))));
    shape.put("restrict", calls("o.oprrest", operator.restrict()));
    shape.put("join", calls("o.oprjoin", operator.join()));
    shape.put("hashes", flag("o.oprcanhash", operator.hashes()));
    shape.put("merges", flag("o.oprcanmerge", operator.merges()));
    return shape;
  }

  @Override
  public Change change(Operator before, Operator after, Set<String> attributes, Scene scene) {
    var options = new ArrayList<String>();
    if (attributes.contains("restrict")) {
      options.add("RESTRICT = " + after.restrict().map(Addresses::routineName).orElse("NONE"));
    }
    if (attributes.contains("join")) {
      options.add("JOIN = " + after.join().map(Addresses::routineName).orElse("NONE"));
    }
    boolean links = scene.major() >= LINKS_CAN_BE_SET;
    if (links && attributes.contains("commutator") && before.commutator().isEmpty()) {
      link(options, "COMMUTATOR", after.commutator());
    }
    if (links && attributes.contains("negator") && before.negator().isEmpty()) {
      link(options, "NEGATOR", after.negator());
    }
    if (links && attributes.contains("hashes") && after.hashes()) {
      options.add("HASHES");
    }
    if (links && attributes.contains("merges") && after.merges()) {
      options.add("MERGES");
    }
    if (options.size() < attributes.size()) {
      return new Change.Rebuild(has(before, attributes), false);
    }
    String sql =
        "ALTER " + Addresses.to(after.id(), scene.target()) + " SET (" + String.join(", ", options);
    return new Change.InPlace(List.of(alter(before, after, attributes, sql + ")")));
  }
}
