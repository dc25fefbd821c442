package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** Tells the types of the columns that no query around explains: the owning table's. */
@FunctionalInterface
public interface ColumnTypes {
  /** Knows no column. */
  ColumnTypes NONE = column -> Optional.empty();

  /** {@return the type of {@code column}} */
  Optional<TypeName> of(Node.Column column);

  /** {@return the collation of {@code column}, if it is another than its type's own} */
  default Optional<QualifiedName> collation(Node.Column column) {
    return Optional.empty();
  }

  /** {@return the type of a routine's {@code parameter}, which has its place as its name} */
  default Optional<TypeName> of(Node.Parameter parameter) {
    return of(new Node.Column(List.of(parameter.text()), Place.NONE));
  }
}
