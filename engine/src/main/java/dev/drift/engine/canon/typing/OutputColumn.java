package dev.drift.engine.canon.typing;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/**
 * A column of a query or of a FROM item.
 *
 * @param type its type where it can be told
 * @param collation its collation where that was asked and is another than its type's own
 */
public record OutputColumn(
    String name, Optional<TypeName> type, Optional<QualifiedName> collation) {
  /** A column that sorts as its type does. */
  public OutputColumn(String name, Optional<TypeName> type) {
    this(name, type, Optional.empty());
  }
}
