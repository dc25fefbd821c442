package dev.drift.engine.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;

/**
 * A trigger; its table or view is the id's parent. Those that partitions have for it are {@link
 * PartitionTrigger}s.
 *
 * @param timing {@code before}, {@code after} or {@code instead of}
 * @param events among {@code insert}, {@code update}, {@code delete}, {@code truncate}
 * @param updateColumns the columns of UPDATE OF as they were written; their order does not count
 * @param constraint whether it is a constraint trigger; {@code referenced} is its FROM table
 * @param oldTable transition relation names of REFERENCING, and {@code newTable}
 * @param function what it calls
 * @param arguments the constant arguments
 */
public record Trigger(
    ObjectId id,
    String timing,
    SortedSet<String> events,
    SequencedSet<String> updateColumns,
    boolean forEachRow,
    boolean constraint,
    Deferral deferral,
    Optional<ObjectId> referenced,
    Optional<String> oldTable,
    Optional<String> newTable,
    Optional<Expression> condition,
    QualifiedName function,
    List<String> arguments,
    Enabled enabled)
    implements SchemaObject {
  public Trigger {
    events = Sorted.copyOf(events);
    updateColumns = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(updateColumns));
    arguments = List.copyOf(arguments);
  }

  /** When a trigger, event trigger or rule fires, by session_replication_role. */
  public enum Enabled {
    ORIGIN,
    DISABLED,
    REPLICA,
    ALWAYS
  }
}
