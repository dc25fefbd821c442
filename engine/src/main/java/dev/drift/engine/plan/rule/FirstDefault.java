package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import java.util.Optional;

/**
 * {@code ADD COLUMN c t NOT NULL DEFAULT x}, then {@code DROP DEFAULT}, as the migrations did it:
 * the rows that are there get the value, those that come later must say theirs.
 */
final class FirstDefault {
  private FirstDefault() {}

  /** {@return the column as it is to be added, if it comes with a default that it does not keep} */
  static Optional<Column> of(Column column, Scene scene) {
    return given(column, scene)
        .filter(value -> NotNull.asked(column, scene).isEmpty())
        .filter(value -> !Volatility.isPossible(value, scene.target()))
        .map(value -> column.withDefault(Optional.of(value)));
  }

  /** {@return what the rows are filled with, a batch at a time, where each gets a value its own} */
  static Optional<String> value(Column column, Scene scene) {
    return given(column, scene)
        .filter(value -> Volatility.isPossible(value, scene.target()))
        .map(Expression::sql);
  }

  private static Optional<Expression> given(Column column, Scene scene) {
    return scene.actual().contains(column.id())
        ? Optional.empty()
        : Optional.ofNullable(scene.options().firstDefaults().get(column.id()))
            .map(Expression::new);
  }
}
