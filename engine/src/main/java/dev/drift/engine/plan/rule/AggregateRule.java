package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.Aggregate.State;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Aggregates, which are replaced as long as their result stays of one type. */
final class AggregateRule extends DefinedRule<Aggregate> {
  @Override
  String definition(Aggregate aggregate) {
    return "CREATE " + text(aggregate);
  }

  private static String text(Aggregate aggregate) {
    var options = new ArrayList<String>();
    state(options, "", aggregate.state(), aggregate);
    routine(options, "COMBINEFUNC", aggregate.combine());
    routine(options, "SERIALFUNC", aggregate.serialize());
    routine(options, "DESERIALFUNC", aggregate.deserialize());
    aggregate.moving().ifPresent(moving -> state(options, "M", moving, aggregate));
    aggregate
        .sortOperator()
        .ifPresent(name -> options.add("SORTOP = " + Addresses.operatorValue(name)));
    if (!aggregate.parallel().equals("unsafe")) {
      options.add("PARALLEL = " + aggregate.parallel().toUpperCase(java.util.Locale.ROOT));
    }
    if (aggregate.kind().equals("hypothetical-set")) {
      options.add("HYPOTHETICAL");
    }
    return "AGGREGATE "
        + Addresses.aggregate(aggregate)
        + " (\n  "
        + String.join(",\n  ", options)
        + "\n)";
  }

  private static void state(List<String> options, String prefix, State state, Aggregate aggregate) {
    routine(options, prefix + "SFUNC", Optional.of(state.transition()));
    options.add(prefix + "STYPE = " + Types.sql(state.type()));
    if (state.space() != 0) {
      options.add(prefix + "SSPACE = " + state.space());
    }
    routine(options, "MINVFUNC", state.inverse());
    routine(options, prefix + "FINALFUNC", state.finalFunction());
    if (state.finalExtra()) {
      options.add(prefix + "FINALFUNC_EXTRA");
    }
    String usual = aggregate.kind().equals("normal") ? "read_only" : "read_write";
    if (!state.finalModify().equals(usual)) {
      options.add(
          prefix + "FINALFUNC_MODIFY = " + state.finalModify().toUpperCase(java.util.Locale.ROOT));
    }
    state.initial().ifPresent(text -> options.add(prefix + "INITCOND = " + literal(text)));
  }

  private static void routine(List<String> options, String name, Optional<QualifiedName> routine) {
    routine.ifPresent(one -> options.add(name + " = " + Addresses.routineName(one)));
  }

  @Override
  String row(Aggregate aggregate) {
    return "pg_proc p JOIN pg_aggregate a ON a.aggfnoid = p.oid WHERE p.pronamespace ="
        + " to_regnamespace("
        + literal(quote(aggregate.id().schema()))
        + ") AND p.proname = "
        + literal(RoutineText.bareName(aggregate.id()))
        + " AND "
        + RoutineRule.takes(aggregate.parameters().stream().map(Parameter::type).toList());
  }

  @Override
  SortedMap<String, String> shape(Aggregate aggregate) {
    var shape = new TreeMap<String, String>();
    shape.put("kind", "a.aggkind = '" + aggregate.kind().charAt(0) + "'");
    if (aggregate.kind().equals("normal")) {
      shape.put("kind", "a.aggkind = 'n'");
    }
    shape.put("directArguments", "a.aggnumdirectargs = " + aggregate.directArguments());
    shape.put("parallel", "p.proparallel = '" + aggregate.parallel().charAt(0) + "'");
    shape.put("combine", calls("a.aggcombinefn", aggregate.combine()));
    shape.put("serialize", calls("a.aggserialfn", aggregate.serialize()));
    shape.put("deserialize", calls("a.aggdeserialfn", aggregate.deserialize()));
    shape.put("sortOperator", operator("a.aggsortop", aggregate.sortOperator()));
    shape.put("state", state("a.agg", aggregate.state()));
    shape.put(
        "moving",
        aggregate.moving().map(moving -> state("a.aggm", moving)).orElse("a.aggmtransfn = 0"));
    return shape;
  }

  private static String state(String column, State state) {
    var conditions = new ArrayList<String>();
    conditions.add(calls(column + "transfn", state.transition()));
    conditions.add(Shape.typeIs("format_type(" + column + "transtype, NULL)", state.type()));
    conditions.add(column + "transspace = " + state.space());
    conditions.add(calls(column + "finalfn", state.finalFunction()));
    conditions.add(flag(column + "finalextra", state.finalExtra()));
    String modify =
        switch (state.finalModify()) {
          case "shareable" -> "s";
          case "read_write" -> "w";
          default -> "r";
        };
    conditions.add(column + "finalmodify = '" + modify + "'");
    String initial = column.equals("a.agg") ? "a.agginitval" : "a.aggminitval";
    conditions.add(
        state.initial().map(text -> initial + " = " + literal(text)).orElse(initial + " IS NULL"));
    if (column.equals("a.aggm")) {
      conditions.add(calls("a.aggminvtransfn", state.inverse()));
    }
    return Shape.all(conditions);
  }

  @Override
  public Change change(Aggregate before, Aggregate after, Set<String> attributes, Scene scene) {
    boolean same =
        before.kind().equals(after.kind())
            && before.directArguments() == after.directArguments()
            && before.parameters().equals(after.parameters())
            && before.state().type().equals(after.state().type())
            && before.state().finalFunction().equals(after.state().finalFunction());
    return same
        ? new Change.InPlace(
            List.of(alter(before, after, attributes, "CREATE OR REPLACE " + text(after))))
        : new Change.Rebuild(has(before, attributes), false);
  }
}
