package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Range types, which can only be made anew; columns are converted by way of text. */
final class RangeTypeRule extends DefinedRule<RangeType> {
  @Override
  String definition(RangeType range) {
    var options = new ArrayList<String>();
    options.add("SUBTYPE = " + Types.sql(range.subtype()));
    range.operatorClass().ifPresent(name -> options.add("SUBTYPE_OPCLASS = " + Sql.name(name)));
    range.collation().ifPresent(name -> options.add("COLLATION = " + Sql.name(name)));
    range.canonical().ifPresent(name -> options.add("CANONICAL = " + Addresses.routineName(name)));
    range
        .difference()
        .ifPresent(name -> options.add("SUBTYPE_DIFF = " + Addresses.routineName(name)));
    ObjectId id = range.id();
    var unasked = new QualifiedName(id.schema(), GeneratedNames.multirange(id.name()));
    range
        .multirange()
        .filter(name -> !name.equals(unasked))
        .ifPresent(name -> options.add("MULTIRANGE_TYPE_NAME = " + Sql.name(name)));
    return "CREATE TYPE "
        + Sql.name(range.id())
        + " AS RANGE (\n  "
        + String.join(",\n  ", options)
        + "\n)";
  }

  @Override
  String row(RangeType range) {
    return "pg_range r JOIN pg_type o ON o.oid = r.rngtypid WHERE "
        + named("typ", range.id().schema(), range.id().name());
  }

  @Override
  SortedMap<String, String> shape(RangeType range) {
    var shape = new TreeMap<String, String>();
    shape.put("subtype", Shape.plainTypeIs("r.rngsubtype", range.subtype()));
    range
        .operatorClass()
        .ifPresent(
            name ->
                shape.put(
                    "operatorClass",
                    refersTo("r.rngsubopc", "pg_opclass", "opcname", name.name())));
    shape.put(
        "collation",
        range
            .collation()
            .map(name -> refersTo("r.rngcollation", "pg_collation", "collname", name.name()))
            .orElse(
                "r.rngcollation = (SELECT s.typcollation FROM pg_type s WHERE s.oid ="
                    + " r.rngsubtype)"));
    shape.put("canonical", calls("r.rngcanonical", range.canonical()));
    shape.put("difference", calls("r.rngsubdiff", range.difference()));
    range
        .multirange()
        .ifPresent(
            name ->
                shape.put(
                    "multirange", refersTo("r.rngmultitypid", "pg_type", "typname", name.name())));
    return shape;
  }

  @Override
  public List<Action> rebuild(RangeType before, RangeType after, String stillOld, Scene scene) {
    ObjectId id = before.id();
    List<Action> actions =
        TypeSwap.around(id, create(after, scene), exists(before) + " AND " + stillOld, "TYPE");
    var away = new ArrayList<Action>();
    for (Action action : actions) {
      away.add(
          action.node().verb() == Verb.AWAY ? action.followedBy(constructors(before)) : action);
    }
    return away;
  }

  /** The constructor functions and the multirange type keep their names: they go aside, too. */
  private static String constructors(RangeType range) {
    var statements = new ArrayList<String>();
    String subtype = Types.sql(range.subtype());
    String away = TypeSwap.awayName(range.id().name());
    for (String types : List.of(subtype + ", " + subtype, subtype + ", " + subtype + ", text")) {
      statements.add(
          "ALTER FUNCTION " + Sql.name(range.id()) + '(' + types + ") RENAME TO " + quote(away));
    }
    range
        .multirange()
        .ifPresent(
            name -> {
              String aside = TypeSwap.awayName(name.name());
              String own = quote(range.id().schema(), away);
              statements.add("ALTER TYPE " + Sql.name(name) + " RENAME TO " + quote(aside));
              for (String types : List.of("", own, "VARIADIC " + own + "[]")) {
                statements.add(
                    "ALTER FUNCTION "
                        + Sql.name(name)
                        + '('
                        + types
                        + ") RENAME TO "
                        + quote(aside));
              }
            });
    return Sql.statements(statements);
  }
}
