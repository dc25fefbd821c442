package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A primary key and the index behind it, which has its name.
 *
 * @param include columns of INCLUDE
 * @param options storage parameters of the index
 * @param withoutOverlaps whether the last column is WITHOUT OVERLAPS (PostgreSQL 18)
 */
public record PrimaryKey(
    ObjectId id,
    List<String> columns,
    List<String> include,
    Deferral deferral,
    SortedMap<String, String> options,
    Optional<String> tablespace,
    boolean withoutOverlaps)
    implements SchemaObject {
  public PrimaryKey {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
    options = Sorted.copyOf(options);
  }
}
