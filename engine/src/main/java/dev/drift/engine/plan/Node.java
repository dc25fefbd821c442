package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;

/** A place in the order of actions: what is done to which object. */
public record Node(Verb verb, ObjectId id) {
  @Override
  public String toString() {
    return verb + " " + id;
  }
}
