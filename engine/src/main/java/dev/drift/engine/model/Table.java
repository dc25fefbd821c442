package dev.drift.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A table, partitioned table, partition or foreign table.
 *
 * @param partitionKey {@code RANGE (created_at)} and the like, if it is partitioned
 * @param partitionOf its parent and bound, if it is a partition
 * @param inherits its parents in order, if it inherits without being a partition
 * @param options storage parameters; those of its TOAST table with the prefix {@code toast.}
 * @param replicaIdentity {@code default}, {@code full}, {@code nothing} or {@code index NAME}
 * @param accessMethod only if it is not {@code heap}
 * @param tablespace only if it is not the database's
 * @param ofType the composite type of a typed table
 * @param clusterOn the index that CLUSTER uses
 * @param foreign the server of a foreign table
 * @param validChecks the inherited checks that hold for its rows though they are NOT VALID above;
 *     not in catalogs' models
 * @param indexColumns the columns of its indexes by the names that they had when the index was
 *     made, where these are others by now; not in catalogs' models
 * @param keyOrder its unique indexes on the same columns, by name, in the order in which they were
 *     made; not in catalogs' models
 * @param cloneNames the names that it has, as a partition, for foreign keys of tables above it,
 *     where these are others than theirs; not in catalogs' models
 */
public record Table(
    ObjectId id,
    boolean unlogged,
    Optional<Expression> partitionKey,
    Optional<Partition> partitionOf,
    List<ObjectId> inherits,
    SortedMap<String, String> options,
    boolean rowSecurity,
    boolean forceRowSecurity,
    String replicaIdentity,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    Optional<TypeName> ofType,
    Optional<String> clusterOn,
    Optional<Foreign> foreign,
    SortedSet<String> validChecks,
    SortedMap<String, List<String>> indexColumns,
    List<String> keyOrder,
    SortedMap<ObjectId, String> cloneNames)
    implements SchemaObject {
  public Table {
    inherits = List.copyOf(inherits);
    options = Sorted.copyOf(options);
    validChecks = Sorted.copyOf(validChecks);
    indexColumns = Sorted.copyOf(indexColumns);
    keyOrder = List.copyOf(keyOrder);
    cloneNames = Sorted.copyOf(cloneNames);
  }

  /** Where the rows of a foreign table are, with its options. */
  public record Foreign(String server, SortedMap<String, String> options) {
    public Foreign {
      options = Sorted.copyOf(options);
    }
  }

  /** A partition's place: {@code bound} is {@code FOR VALUES …} or {@code DEFAULT}. */
  public record Partition(ObjectId parent, Expression bound) {}

  /** {@return what it inherits from: its parents, or the table that it is a partition of} */
  public List<ObjectId> ancestors() {
    return partitionOf.map(partition -> List.of(partition.parent())).orElse(inherits);
  }

  /** {@return a plain logged table with nothing set} */
  public static Table plain(ObjectId id) {
    return new Table(
        id,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Collections.emptySortedMap(),
        false,
        false,
        "default",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        List.of(),
        Collections.emptySortedMap());
  }
}
