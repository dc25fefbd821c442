package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** Tells the types of the columns that no query around explains: the owning table's. */
@FunctionalInterface
public interface ColumnTypes {
  /** Knows no column. */
  ColumnTypes NONE = column -> Optional.empty();

  /** {@return the type of {@code column}} */
  Optional<TypeName> of(Node.Column column);
}
