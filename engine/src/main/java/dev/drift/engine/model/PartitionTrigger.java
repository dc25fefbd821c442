package dev.drift.engine.model;

/**
 * The trigger that a partition has for a row trigger of its partitioned table; the partition is the
 * id's parent. It fires as the original does, but it can be disabled by itself.
 *
 * @param original the trigger of the topmost table that has it
 */
public record PartitionTrigger(ObjectId id, ObjectId original, Trigger.Enabled enabled)
    implements SchemaObject, PartitionPart {}
