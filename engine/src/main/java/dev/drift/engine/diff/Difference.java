package dev.drift.engine.diff;

import dev.drift.engine.canon.Match;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sorted;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One object that is not the same in two models.
 *
 * @param expected as the migrations intend it; empty if they intend none
 * @param actual as it is; empty if there is none
 * @param attributes where both are present: the record components that are not equal, each {@link
 *     Match#DIFFERENT} or {@link Match#UNKNOWN}
 */
public record Difference(
    ObjectId id,
    Optional<SchemaObject> expected,
    Optional<SchemaObject> actual,
    SortedMap<String, Match> attributes) {
  public Difference {
    attributes = Sorted.copyOf(attributes);
  }

  /** {@return whether it is expected and not there} */
  public boolean isMissing() {
    return actual.isEmpty();
  }

  /** {@return whether it is there and not expected} */
  public boolean isUnexpected() {
    return expected.isEmpty();
  }

  /** {@return whether both are there and {@code attribute} is known to differ} */
  public boolean differsIn(String attribute) {
    return attributes.get(attribute) == Match.DIFFERENT;
  }
}
