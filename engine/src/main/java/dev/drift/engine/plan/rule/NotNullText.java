package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import java.util.List;
import java.util.Optional;

/** NOT NULL in SQL, with its constraint's name where somebody wrote that. */
final class NotNullText {
  private NotNullText() {}

  /** {@return what a column's definition says} */
  static String clause(Column column) {
    return column.notNullConstraint().map(NotNullText::name).orElse("")
        + " NOT NULL"
        + column.notNullConstraint().map(NotNullText::noInherit).orElse("");
  }

  /** {@return the same as a constraint of the table} */
  static String element(Column column) {
    return (column.notNullConstraint().map(NotNullText::name).orElse("")
            + " NOT NULL "
            + quote(column.id().name())
            + column.notNullConstraint().map(NotNullText::noInherit).orElse(""))
        .strip();
  }

  /** {@return the element for a column from the table's parents that refuses null its own way} */
  static Optional<String> ofInherited(Column column, List<Column> origins) {
    return column
        .notNullConstraint()
        .filter(own -> !own.chosen() || own.noInherit())
        .filter(NotNullConstraint::validated)
        .filter(
            own ->
                origins.stream()
                    .filter(Column::notNullBelow)
                    .flatMap(origin -> origin.notNullConstraint().stream())
                    .noneMatch(other -> other.name().equals(own.name())))
        .map(own -> element(column));
  }

  /** {@return whether rows from before may have null, so that only ALTER TABLE can say it} */
  static boolean isNotValid(Column column) {
    return column.notNullConstraint().filter(own -> !own.validated()).isPresent();
  }

  private static String name(NotNullConstraint constraint) {
    return constraint.chosen() ? "" : " CONSTRAINT " + quote(constraint.name());
  }

  private static String noInherit(NotNullConstraint constraint) {
    return constraint.noInherit() ? " NO INHERIT" : "";
  }
}
