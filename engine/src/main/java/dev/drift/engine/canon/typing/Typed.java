package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** An expression with its casts, and its type where it can be told. */
record Typed(Scalar node, Optional<TypeName> type) {
  static final TypeName BOOLEAN = TypeName.builtin("boolean");
  static final TypeName TEXT = TypeName.builtin("text");
  static final TypeName INTEGER = TypeName.builtin("integer");
  static final TypeName BIGINT = TypeName.builtin("bigint");

  /** What a bare string or NULL is until something gives it a type. */
  static final TypeName UNKNOWN = TypeName.builtin("unknown");

  /** Stands for an expression of which only the type counts. */
  static final Scalar PLACEHOLDER = new Node.Parameter("$0");

  static Typed of(Scalar node, TypeName type) {
    return new Typed(node, Optional.of(type));
  }

  static Typed untold(Scalar node) {
    return new Typed(node, Optional.empty());
  }

  /** {@return whether it is a bare string or NULL} */
  boolean isUnknown() {
    return type.filter(UNKNOWN::equals).isPresent();
  }

  /** {@return its tree where its coercion cannot be told} */
  Scalar loose() {
    return node instanceof Node.Loose ? node : new Node.Loose(node);
  }
}
