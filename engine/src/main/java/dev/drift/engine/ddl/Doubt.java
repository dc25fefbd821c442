package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sorted;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What opaque and unparsed statements may have done before. Nothing that it may concern is a reason
 * to reject a statement.
 *
 * @param touched the objects they may have created, changed or dropped
 * @param unbounded whether one of them may have touched anything at all
 */
public record Doubt(SortedSet<ObjectId> touched, boolean unbounded) {
  /** Every statement so far is understood. */
  public static final Doubt NONE = new Doubt(Collections.emptySortedSet(), false);

  public Doubt {
    touched = Sorted.copyOf(touched);
  }

  /**
   * {@return whether something of that name, of whatever kind, may be other than the model says}
   */
  boolean concerns(String schema, String name) {
    return unbounded
        || touched.stream()
            .anyMatch(
                id ->
                    (id.name().equals(name) || id.parent().equals(name))
                        && (schema.isEmpty() || id.schema().equals(schema)));
  }

  /** {@return this and what an opaque statement may have touched; nothing named means anything} */
  Doubt and(SortedSet<ObjectId> more) {
    if (more.isEmpty()) {
      return new Doubt(touched, true);
    }
    var all = new TreeSet<>(touched);
    all.addAll(more);
    return new Doubt(all, unbounded);
  }
}
