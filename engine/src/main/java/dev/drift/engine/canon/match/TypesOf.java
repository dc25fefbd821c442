package dev.drift.engine.canon.match;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** Tells the types of expressions, as far as it can. */
@FunctionalInterface
public interface TypesOf {
  /** Knows no type. */
  TypesOf NOTHING = scalar -> Optional.empty();

  /** {@return the type of {@code scalar}, without modifier if that is not known} */
  Optional<TypeName> of(Scalar scalar);
}
