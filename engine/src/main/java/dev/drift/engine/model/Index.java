package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An index that no constraint owns; its table or materialized view is the id's parent. Indexes of
 * partitions that a partitioned index brought along are {@link PartitionIndex}es.
 *
 * @param only made ON ONLY a partitioned table and not attached everywhere
 * @param valid false after a failed CREATE INDEX CONCURRENTLY
 */
public record Index(
    ObjectId id,
    boolean unique,
    String method,
    List<IndexKey> keys,
    List<String> include,
    boolean nullsNotDistinct,
    Optional<Expression> predicate,
    SortedMap<String, String> options,
    Optional<String> tablespace,
    boolean only,
    boolean valid)
    implements SchemaObject {
  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    options = Sorted.copyOf(options);
  }

  /** {@return the same index, as its build would have left it had it ended} */
  public Index finished() {
    return reaching(only, true);
  }

  /** {@return the same index of the partitioned table only, its partitions lacking their parts} */
  public Index alone() {
    return reaching(true, valid);
  }

  /** {@return the same index, no partition lacking its part} */
  public Index whole() {
    return reaching(false, true);
  }

  private Index reaching(boolean alone, boolean complete) {
    return new Index(
        id,
        unique,
        method,
        keys,
        include,
        nullsNotDistinct,
        predicate,
        options,
        tablespace,
        alone,
        complete);
  }
}
