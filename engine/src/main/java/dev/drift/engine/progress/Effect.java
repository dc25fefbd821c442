package dev.drift.engine.progress;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.Optional;

/**
 * One thing that a statement makes so, and what the database says of it.
 *
 * @param attribute the attribute that the statement sets; empty where the object as a whole is the
 *     matter
 * @param expected the object as it should be; empty if it should be gone
 * @param actual the object as it is; empty if there is none
 */
public record Effect(
    ObjectId object,
    Optional<String> attribute,
    State state,
    Optional<SchemaObject> expected,
    Optional<SchemaObject> actual) {

  /** What the database says of it. */
  public enum State {
    /** It is so. */
    THERE,
    /** It is as it was before. */
    LACKING,
    /** It is neither as before nor as it should be. */
    OTHERWISE,
    /** It cannot be told. */
    UNKNOWN
  }
}
