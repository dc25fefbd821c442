package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A unique constraint and the index behind it, which has its name.
 *
 * @param include columns of INCLUDE
 * @param nullsNotDistinct NULLS NOT DISTINCT (PostgreSQL 15)
 * @param options storage parameters of the index
 * @param withoutOverlaps whether the last column is WITHOUT OVERLAPS (PostgreSQL 18)
 */
public record Unique(
    ObjectId id,
    List<String> columns,
    List<String> include,
    boolean nullsNotDistinct,
    Deferral deferral,
    SortedMap<String, String> options,
    Optional<String> tablespace,
    boolean withoutOverlaps)
    implements SchemaObject {
  public Unique {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
    options = Sorted.copyOf(options);
  }

  /** {@return what the names end in that the server chooses for it on partitions and in copies} */
  public String labelOfCopies() {
    return withoutOverlaps ? "excl" : "key";
  }
}
