package dev.drift.engine.plan;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sequences behind the identity columns that are to be. */
final class Identities {
  private final Set<ObjectId> sequences;

  /** Reads what the differences intend. */
  Identities(List<Difference> differences) {
    sequences =
        differences.stream()
            .flatMap(difference -> difference.expected().stream())
            .filter(Column.class::isInstance)
            .flatMap(column -> ((Column) column).identity().stream())
            .map(Column.Identity::sequence)
            .map(name -> ObjectId.of(Kind.SEQUENCE, name.schema(), name.name()))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return whether it is a serial column's that becomes an identity column: it goes on} */
  boolean takeOver(SchemaObject object) {
    return object instanceof Sequence sequence
        && sequence.ownedBy().isPresent()
        && sequences.contains(sequence.id());
  }
}
