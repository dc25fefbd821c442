package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** What takes the output columns of a query, and so decides what a bare string becomes there. */
sealed interface Receiver {
  /** Whoever reads the rows: it becomes text. */
  record Reader() implements Receiver {}

  /** A set operation, which finds the type by its branches. */
  record Branches() implements Receiver {}

  /** Columns of a table, which also cast what has another type. */
  record Columns(List<Optional<TypeName>> types) implements Receiver {
    public Columns {
      types = List.copyOf(types);
    }
  }
}
