package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;

/** What names in an expression stand for: variables, or the columns of a row. */
public interface Environment {
  /** No name means anything. */
  Environment EMPTY = path -> Optional.empty();

  /** {@return the value of a name of one or more parts; empty if it means nothing here} */
  Optional<Value> find(List<String> path);
}
