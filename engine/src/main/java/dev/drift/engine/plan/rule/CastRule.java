package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Cast;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Casts, which can only be made anew. */
final class CastRule extends DefinedRule<Cast> {
  @Override
  String definition(Cast cast) {
    String how =
        switch (cast.method()) {
          case "binary" -> "WITHOUT FUNCTION";
          case "inout" -> "WITH INOUT";
          default -> "WITH FUNCTION " + cast.function().map(Addresses::routine).orElse("");
        };
    String use =
        cast.context().equals("explicit") ? "" : " AS " + cast.context().toUpperCase(Locale.ROOT);
    return "CREATE CAST (" + cast.id().name() + ") " + how + use;
  }

  @Override
  String row(Cast cast) {
    return "pg_cast o WHERE "
        + Shape.plainTypeIs("o.castsource", cast.from())
        + " AND "
        + Shape.plainTypeIs("o.casttarget", cast.to());
  }

  @Override
  SortedMap<String, String> shape(Cast cast) {
    var shape = new TreeMap<String, String>();
    shape.put("method", "o.castmethod = '" + cast.method().charAt(0) + "'");
    shape.put("context", "o.castcontext = '" + cast.context().charAt(0) + "'");
    shape.put("function", calls("o.castfunc", cast.function()));
    return shape;
  }
}
