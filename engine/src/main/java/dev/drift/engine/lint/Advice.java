package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ObjectId;
import java.util.Optional;

/**
 * Something in the migrations that would fail or harm.
 *
 * @param rule what found it: {@code blocking-index}
 * @param object the object at hand, if there is one
 * @param what what happens, in a sentence
 * @param help what to do, in a sentence
 */
public record Advice(
    String rule,
    Severity severity,
    Optional<ObjectId> object,
    Origin place,
    String what,
    String help) {

  /** {@return what names it for good: rule, and object or place; the key of baselines} */
  public String id() {
    return rule + ':' + object.map(ObjectId::path).orElse(place.file());
  }
}
