package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ObjectId;
import java.util.Optional;

/** What pg_description says of an object, for guards. */
final class Description {
  private Description() {}

  /** {@return that the comment is another than {@code text}; empty for kinds not looked up here} */
  static Optional<String> isNot(ObjectId target, Optional<String> text) {
    return of(target)
        .map(
            description ->
                text.map(words -> description + " IS DISTINCT FROM " + literal(words))
                    .orElse(description + " IS NOT NULL"));
  }

  private static Optional<String> of(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, INDEX ->
          Optional.of(of(Shape.relation(id.schema(), id.name()), "pg_class"));
      case ENUM, DOMAIN -> Optional.of(of(Shape.type(id), "pg_type"));
      case SCHEMA ->
          Optional.of(of("to_regnamespace(" + literal(quote(id.name())) + ")", "pg_namespace"));
      case COLUMN ->
          Optional.of(
              "col_description("
                  + Shape.owner(id)
                  + ", (SELECT attnum FROM pg_attribute WHERE attrelid = "
                  + Shape.owner(id)
                  + " AND attname = "
                  + literal(id.name())
                  + " AND NOT attisdropped))");
      case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY ->
          Optional.of(of(part("pg_constraint", "conrelid", "conname", id), "pg_constraint"));
      case TRIGGER -> Optional.of(of(part("pg_trigger", "tgrelid", "tgname", id), "pg_trigger"));
      case POLICY -> Optional.of(of(part("pg_policy", "polrelid", "polname", id), "pg_policy"));
      default -> Optional.empty();
    };
  }

  private static String of(String oid, String catalog) {
    return "obj_description(" + oid + ", '" + catalog + "')";
  }

  private static String part(String catalog, String relation, String name, ObjectId id) {
    return "(SELECT oid FROM %s WHERE %s = %s AND %s = %s)"
        .formatted(catalog, relation, Shape.owner(id), name, literal(id.name()));
  }
}
