package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.plan.Verb;
import java.util.Locale;
import java.util.Optional;

/** ALTER … RENAME for the kinds that have it and can be asked for by name. */
public final class Renaming {
  private Renaming() {}

  /**
   * {@return the step; empty for kinds that are not renamed}
   *
   * @param words what it does
   */
  public static Optional<Action> of(Rename rename, String words) {
    return statement(rename)
        .map(
            sql ->
                Action.of(Verb.ALTER, rename.from(), words, sql)
                    .in(Phase.RENAME)
                    .locking(Lock.ACCESS_EXCLUSIVE)
                    .when(isThere(rename) + "\n   AND NOT " + isDone(rename)));
  }

  /** {@return the statement without guard} */
  public static Optional<String> statement(Rename rename) {
    ObjectId id = rename.from();
    String to = " TO " + quote(rename.name());
    if (rename.value().isPresent()) {
      return Optional.of(
          "ALTER TYPE "
              + Sql.name(id)
              + " RENAME VALUE "
              + literal(rename.value().get())
              + " TO "
              + literal(rename.name()));
    }
    String words = id.kind().words().toUpperCase(Locale.ROOT);
    return switch (id.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, INDEX, DOMAIN ->
          Optional.of("ALTER " + words + " " + Sql.name(id) + " RENAME" + to);
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE ->
          Optional.of("ALTER TYPE " + Sql.name(id) + " RENAME" + to);
      case SCHEMA -> Optional.of("ALTER SCHEMA " + quote(id.name()) + " RENAME" + to);
      case COLUMN ->
          Optional.of("ALTER TABLE " + Sql.owner(id) + " RENAME COLUMN " + quote(id.name()) + to);
      case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY ->
          Optional.of(
              "ALTER TABLE " + Sql.owner(id) + " RENAME CONSTRAINT " + quote(id.name()) + to);
      case DOMAIN_CONSTRAINT ->
          Optional.of(
              "ALTER DOMAIN " + Sql.owner(id) + " RENAME CONSTRAINT " + quote(id.name()) + to);
      case TRIGGER, POLICY, RULE ->
          Optional.of(
              "ALTER " + words + " " + quote(id.name()) + " ON " + Sql.owner(id) + " RENAME" + to);
      case FUNCTION, PROCEDURE, AGGREGATE ->
          Optional.of("ALTER " + words + " " + signature(id) + " RENAME" + to);
      default -> Optional.empty();
    };
  }

  private static String signature(ObjectId routine) {
    String bare = RoutineText.bareName(routine);
    return quote(routine.schema(), bare) + routine.name().substring(bare.length());
  }

  private static String isThere(Rename rename) {
    return rename
        .value()
        .map(label -> hasValue(rename.from(), label))
        .orElse(exists(rename.from()));
  }

  private static String isDone(Rename rename) {
    return rename.value().isPresent()
        ? hasValue(rename.from(), rename.name())
        : "(" + exists(rename.to()) + ")";
  }

  private static String hasValue(ObjectId type, String label) {
    return "EXISTS (SELECT FROM pg_enum WHERE enumtypid = "
        + Shape.type(type)
        + " AND enumlabel = "
        + literal(label)
        + ")";
  }

  private static String exists(ObjectId id) {
    return switch (id.kind()) {
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE, DOMAIN -> Shape.type(id) + " IS NOT NULL";
      case SCHEMA -> "to_regnamespace(" + literal(quote(id.name())) + ") IS NOT NULL";
      case COLUMN -> Shape.columnExists(id);
      case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY -> Shape.constraintHas(id, "true");
      case DOMAIN_CONSTRAINT ->
          "EXISTS (SELECT FROM pg_constraint WHERE contypid = to_regtype("
              + literal(Sql.owner(id))
              + ") AND conname = "
              + literal(id.name())
              + ")";
      case TRIGGER -> named("pg_trigger", "tgrelid", "tgname", id);
      case POLICY -> named("pg_policy", "polrelid", "polname", id);
      case RULE -> named("pg_rewrite", "ev_class", "rulename", id);
      case FUNCTION, PROCEDURE, AGGREGATE ->
          "to_regprocedure(" + literal(signature(id)) + ") IS NOT NULL";
      default -> Shape.relationExists(id);
    };
  }

  private static String named(String catalog, String relation, String name, ObjectId id) {
    return "EXISTS (SELECT FROM %s WHERE %s = %s AND %s = %s)"
        .formatted(catalog, relation, Shape.owner(id), name, literal(id.name()));
  }
}
