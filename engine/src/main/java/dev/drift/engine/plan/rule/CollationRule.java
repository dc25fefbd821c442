package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Collation;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collations; a changed one takes the place of the old, which waits until nothing uses it. */
final class CollationRule extends DefinedRule<Collation> {
  @Override
  String definition(Collation collation) {
    if (collation.anyEncoding()) {
      return "CREATE COLLATION "
          + Sql.name(collation.id())
          + " FROM pg_catalog."
          + quote(collation.collate());
    }
    var options = new ArrayList<String>();
    options.add("provider = " + collation.provider());
    if (!collation.locale().isEmpty()) {
      options.add("locale = " + literal(collation.locale()));
    } else if (collation.provider().equals("libc")) {
      options.add("lc_collate = " + literal(collation.collate()));
      options.add("lc_ctype = " + literal(collation.ctype()));
    }
    if (!collation.deterministic()) {
      options.add("deterministic = false");
    }
    if (!collation.rules().isEmpty()) {
      options.add("rules = " + literal(collation.rules()));
    }
    return "CREATE COLLATION " + Sql.name(collation.id()) + " (" + String.join(", ", options) + ")";
  }

  @Override
  String row(Collation collation) {
    return row("pg_collation", "coll", collation.id());
  }

  @Override
  SortedMap<String, String> shape(Collation collation) {
    var shape = new TreeMap<String, String>();
    String provider =
        switch (collation.provider()) {
          case "icu" -> "i";
          case "builtin" -> "b";
          default -> "c";
        };
    shape.put("provider", "o.collprovider = '" + provider + "'");
    if (provider.equals("c")) {
      shape.put("collate", text("o.collcollate", collation.collate()));
      shape.put("anyEncoding", flag("o.collencoding = -1", collation.anyEncoding()));
      shape.put("ctype", text("o.collctype", collation.ctype()));
    } else {
      shape.put(
          "locale",
          text(
              "coalesce(to_jsonb(o) ->> 'colllocale', to_jsonb(o) ->> 'colliculocale',"
                  + " o.collcollate::text)",
              collation.locale()));
      shape.put("rules", text("to_jsonb(o) ->> 'collicurules'", collation.rules()));
    }
    shape.put("deterministic", flag("o.collisdeterministic", collation.deterministic()));
    return shape;
  }

  @Override
  public List<Action> rebuild(Collation before, Collation after, String stillOld, Scene scene) {
    ObjectId id = before.id();
    String away = TypeSwap.awayName(id.name());
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.AWAY,
                id,
                "set the old " + id + " aside",
                "ALTER COLLATION " + Sql.name(id) + " RENAME TO " + quote(away))
            .when(stillOld));
    actions.addAll(create(after, scene));
    actions.add(
        Action.of(Verb.DROP, id, "drop the old " + id, "DROP COLLATION " + quote(id.schema(), away))
            .when("EXISTS (SELECT FROM " + row("pg_collation", "coll", id.withName(away)) + ")"));
    return actions;
  }
}
