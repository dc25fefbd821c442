package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import java.util.Collection;

/** The tables above a table: those that it inherits from, or is a partition of. */
final class Lineage {
  private Lineage() {}

  /**
   * Refuses to put {@code child} below {@code parent} where the parent is the child itself or below
   * it (tablecmds.c, ATExecAddInherit, ATExecAttachPartition).
   */
  static void requireNoCircle(ObjectId child, ObjectId parent, Token at, Objects objects) {
    if (isAtOrAbove(child, parent, objects)) {
      throw new RejectedException("circular inheritance not allowed", at);
    }
  }

  /** Refuses a parent that the table has already; one of a shape may stand for another table. */
  static void requireNew(Table child, ObjectId parent, Token at) {
    if (child.inherits().contains(parent) && !Shapes.isShape(child.id())) {
      throw new RejectedException(
          "relation \"" + parent.name() + "\" would be inherited from more than once", at);
    }
  }

  private static boolean isAtOrAbove(ObjectId table, ObjectId other, Objects objects) {
    return table.equals(other)
        || objects.find(other, Table.class).map(Table::ancestors).stream()
            .flatMap(Collection::stream)
            .anyMatch(parent -> isAtOrAbove(table, parent, objects));
  }
}
