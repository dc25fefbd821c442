package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.CompositeType.Field;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Composite types: fields are added at the end; any other change needs a new type. */
final class CompositeTypeRule implements Rule<CompositeType> {
  @Override
  public List<Action> create(CompositeType type, Scene scene) {
    String fields =
        type.fields().stream().map(field -> "\n  " + field(field)).collect(Collectors.joining(","));
    return List.of(
        Action.of(
                Verb.CREATE,
                type.id(),
                "create " + type.id(),
                "CREATE TYPE " + Sql.name(type.id()) + " AS (" + fields + "\n)")
            .resolvingNames()
            .guarded(
                Guard.when(Shape.type(type.id()) + " IS NULL")
                    .orElse(hasFields(type.fields(), type))));
  }

  @Override
  public List<Action> drop(CompositeType type, Scene scene) {
    return List.of(
        Action.of(Verb.DROP, type.id(), "drop " + type.id(), "DROP TYPE " + Sql.name(type.id()))
            .when(Shape.isType(type.id())));
  }

  @Override
  public Change change(
      CompositeType before, CompositeType after, Set<String> attributes, Scene scene) {
    int common = before.fields().size();
    if (after.fields().size() < common
        || !after.fields().subList(0, common).equals(before.fields())) {
      return new Change.Rebuild(hasFields(before.fields(), before), true);
    }
    var actions = new ArrayList<Action>();
    for (Field field : after.fields().subList(common, after.fields().size())) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "add field " + field.name() + " to " + after.id(),
                  "ALTER TYPE " + Sql.name(after.id()) + " ADD ATTRIBUTE " + field(field))
              .resolvingNames()
              .when(
                  "NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = "
                      + Shape.relation(after.id().schema(), after.id().name())
                      + " AND attname = "
                      + literal(field.name())
                      + " AND NOT attisdropped)"));
    }
    return new Change.InPlace(actions);
  }

  @Override
  public List<Action> rebuild(
      CompositeType before, CompositeType after, String stillOld, Scene scene) {
    return TypeSwap.around(
        before.id(),
        create(after, scene),
        Shape.type(before.id()) + " IS NOT NULL\n   AND (" + stillOld + ")",
        "TYPE");
  }

  private static String field(Field field) {
    return quote(field.name())
        + " "
        + Types.sql(field.type())
        + field.collation().map(collation -> " COLLATE " + Sql.name(collation)).orElse("");
  }

  private static String hasFields(List<Field> fields, CompositeType type) {
    return "ARRAY(SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute"
        + " WHERE attrelid = "
        + Shape.relation(type.id().schema(), type.id().name())
        + " AND attnum > 0 AND NOT attisdropped ORDER BY attnum) = "
        + Shape.textArray(
            fields.stream().map(field -> field.name() + " " + Types.sql(field.type())).toList());
  }
}
