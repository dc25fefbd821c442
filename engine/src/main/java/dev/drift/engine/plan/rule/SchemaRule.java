package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Schema;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** Schemas: made and dropped, nothing in between. */
final class SchemaRule implements Rule<Schema> {
  @Override
  public List<Action> create(Schema schema, Scene scene) {
    String name = schema.id().name();
    return List.of(
        Action.of(Verb.CREATE, schema.id(), "create " + schema.id(), "CREATE SCHEMA " + quote(name))
            .when("to_regnamespace(" + literal(quote(name)) + ") IS NULL"));
  }

  @Override
  public List<Action> drop(Schema schema, Scene scene) {
    String name = schema.id().name();
    return List.of(
        Action.of(Verb.DROP, schema.id(), "drop " + schema.id(), "DROP SCHEMA " + quote(name))
            .when("to_regnamespace(" + literal(quote(name)) + ") IS NOT NULL"));
  }

  @Override
  public Change change(Schema before, Schema after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(List.of());
  }
}
