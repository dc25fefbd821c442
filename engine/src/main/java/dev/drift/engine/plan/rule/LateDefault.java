package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import java.util.Optional;

/**
 * {@code ADD COLUMN c uuid NOT NULL DEFAULT gen_random_uuid()} → {@code ADD COLUMN c uuid, ALTER
 * COLUMN c SET DEFAULT gen_random_uuid()}; the rows that are there are filled in batches, since
 * with such a default at once they would all be written anew under an exclusive lock. Only where
 * null is forbidden in the end is it certain which rows still wait for their value.
 */
final class LateDefault {
  private LateDefault() {}

  static boolean applies(Column column, Scene scene) {
    return column.notNull()
        && column.identity().isEmpty()
        && column.generated().isEmpty()
        && !scene.isForeign(column.id())
        && !scene.isOwnerFresh(column.id())
        && !scene.actual().contains(column.id())
        && NotNull.isPlainTable(column, scene)
        && !isOfKey(column, scene)
        && column
            .defaultValue()
            .map(value -> Volatility.isPossible(value, scene.target()))
            .orElse(false);
  }

  /** A primary key is made before the rows are filled. */
  private static boolean isOfKey(Column column, Scene scene) {
    ObjectId table = column.id().parentTable();
    return scene.target().childrenOf(table).stream()
        .anyMatch(
            part ->
                part.id().kind() == Kind.PRIMARY_KEY
                    && part instanceof PrimaryKey key
                    && key.columns().contains(column.id().name()));
  }

  /** {@return the default as what fills the nulls} */
  static Optional<String> value(Column column, Scene scene) {
    return applies(column, scene)
        ? column.defaultValue().map(value -> value.sql())
        : Optional.empty();
  }

  /** {@return the clause that gives new rows the default, a comma before} */
  static String clause(Column column) {
    return column
        .defaultValue()
        .map(value -> ",\n  ALTER COLUMN " + quote(column.id().name()) + " SET DEFAULT " + value)
        .orElse("");
  }
}
