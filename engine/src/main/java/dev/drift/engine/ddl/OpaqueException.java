package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Leaves a reader where the outcome depends on what is not known; caught in {@link Decide}. */
final class OpaqueException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient SortedSet<ObjectId> touched;

  OpaqueException(String reason, SortedSet<ObjectId> touched) {
    super(reason, null, false, false);
    this.touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
  }

  /** {@return what the statement may have touched} */
  SortedSet<ObjectId> touched() {
    return touched;
  }
}
