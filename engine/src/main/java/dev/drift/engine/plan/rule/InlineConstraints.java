package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import java.util.Comparator;
import java.util.List;

/** The constraints that a new table is made with: all that name nothing outside it. */
final class InlineConstraints {
  private InlineConstraints() {}

  /** {@return the constraint clauses of a new {@code table}, in their order} */
  static List<String> of(Table table, Scene scene) {
    return scene.target().childrenOf(table.id()).stream()
        .filter(object -> isInline(object, scene))
        .sorted(Comparator.comparing(SchemaObject::id))
        .map(object -> "CONSTRAINT " + quote(object.id().name()) + " " + ConstraintText.of(object))
        .toList();
  }

  /** {@return whether {@code object} is such a constraint of a table that the plan makes} */
  static boolean isInline(SchemaObject object, Scene scene) {
    if (!scene.isOwnerFresh(object.id())) {
      return false;
    }
    return switch (object) {
      case PrimaryKey key -> true;
      case Unique unique -> !isRedundant(unique, scene);
      case Exclusion exclusion -> !exclusion.elements().toString().contains("(");
      case Check check -> check.validated() && !check.expression().sql().contains("(");
      default -> false;
    };
  }

  /**
   * CREATE TABLE makes one index of two keys with the same columns (parse_utilcmd.c,
   * transformIndexConstraints), so that the second has to be added later.
   */
  private static boolean isRedundant(Unique unique, Scene scene) {
    return scene.target().childrenOf(unique.id().parentTable()).stream()
        .anyMatch(
            other ->
                other instanceof PrimaryKey key && key.columns().equals(unique.columns())
                    || other instanceof Unique before
                        && before.columns().equals(unique.columns())
                        && before.id().compareTo(unique.id()) < 0);
  }
}
