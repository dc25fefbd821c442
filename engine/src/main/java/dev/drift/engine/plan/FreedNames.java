package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;

/**
 * Names of what goes that something else takes. What is replaced where it stands cannot be bound to
 * both.
 */
final class FreedNames {
  private final Fates fates;

  FreedNames(Fates fates) {
    this.fates = fates;
  }

  /** {@return whether something made takes the name of {@code gone} or of one of its indexes} */
  boolean isTaken(ObjectId gone) {
    return fates.created().contains(gone)
        || fates.target().named(gone.schema(), gone.name()).stream()
            .anyMatch(object -> fates.created().contains(object.id()))
        || fates.actual().childrenOf(gone).stream().anyMatch(part -> isTakenByRelation(part.id()));
  }

  private boolean isTakenByRelation(ObjectId part) {
    return Objects.RELATIONS.contains(part.kind())
        && fates.created().stream()
            .filter(id -> Objects.RELATIONS.contains(id.kind()) && !id.equals(part))
            .anyMatch(id -> id.schema().equals(part.schema()) && id.name().equals(part.name()));
  }
}
