package dev.drift.engine.model;

import java.util.SortedSet;

/**
 * An event trigger.
 *
 * @param event {@code ddl_command_start} and the like
 * @param tags the commands it is for, in upper case; empty for all
 * @param function what it calls
 */
public record EventTrigger(
    ObjectId id,
    String event,
    SortedSet<String> tags,
    QualifiedName function,
    Trigger.Enabled enabled)
    implements SchemaObject {
  public EventTrigger {
    tags = Sorted.copyOf(tags);
  }
}
