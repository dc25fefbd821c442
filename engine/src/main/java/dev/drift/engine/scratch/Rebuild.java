package dev.drift.engine.scratch;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.plan.SchemaScript;
import dev.drift.engine.plan.Step;
import dev.drift.engine.sql.Identifiers;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema made anew on a throwaway database, without its data.
 *
 * @param lacking the extensions that the server does not have
 * @param refused what could not be made, with the server's words
 */
record Rebuild(SortedSet<String> lacking, SortedMap<ObjectId, String> refused) {

  static Rebuild of(SchemaModel model, int major, ScratchSession session) {
    var lacking = lacking(model, session);
    var refused = new TreeMap<ObjectId, String>();
    SchemaScript.preamble(model).forEach(session::run);
    for (Step step : Planner.build(model, major).steps()) {
      session
          .attempt(step.statement())
          .map(CatalogException::said)
          .ifPresent(said -> refused.putIfAbsent(step.subject(), said));
    }
    for (SchemaObject object : model.ofKind(Kind.INDEX)) {
      if (object instanceof Index index && !index.valid()) {
        invalidate(index, session);
      }
    }
    return new Rebuild(lacking, refused);
  }

  /** {@return the extensions of {@code model} that the server does not have} */
  static SortedSet<String> lacking(SchemaModel model, ScratchSession session) {
    var available = session.extensions();
    var lacking = new TreeSet<String>();
    for (SchemaObject object : model.ofKind(Kind.EXTENSION)) {
      if (object instanceof Extension extension && !available.contains(extension.id().name())) {
        lacking.add(extension.id().name());
      }
    }
    return lacking;
  }

  /** What a build that was cut off leaves behind; no statement makes that. */
  private static void invalidate(Index index, ScratchSession session) {
    String name = Identifiers.quote(index.id().schema(), index.id().name());
    session.attempt(
        "UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = to_regclass("
            + Identifiers.literal(name)
            + ")");
  }
}
