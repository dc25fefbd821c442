package dev.drift.engine.model;

/**
 * What a partition has because its partitioned table has it: PostgreSQL makes it with the original
 * or with the partition, and it goes with either.
 */
public sealed interface PartitionPart permits PartitionIndex, PartitionTrigger {
  ObjectId id();

  /**
   * {@return the index, key or trigger, of the topmost table that has one, that it is a copy of}
   */
  ObjectId original();
}
