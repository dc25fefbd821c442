package dev.drift.engine.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A publication.
 *
 * @param tables its tables, by their names
 * @param schemas the schemas all tables of which it publishes (PostgreSQL 15)
 * @param publish among {@code insert}, {@code update}, {@code delete} and {@code truncate}
 * @param viaRoot publish_via_partition_root (PostgreSQL 13)
 * @param generatedColumns publish_generated_columns, {@code none} or {@code stored} (PostgreSQL 18)
 */
public record Publication(
    ObjectId id,
    boolean allTables,
    List<Member> tables,
    SortedSet<String> schemas,
    SortedSet<String> publish,
    boolean viaRoot,
    String generatedColumns)
    implements SchemaObject {
  public Publication {
    tables = tables.stream().sorted(Comparator.comparing(Member::table)).toList();
    schemas = Sorted.copyOf(schemas);
    publish = Sorted.copyOf(publish);
  }

  /**
   * One published table.
   *
   * @param columns its published columns; empty for all
   * @param condition which rows are published
   */
  public record Member(ObjectId table, SortedSet<String> columns, Optional<Expression> condition) {
    public Member {
      columns = Sorted.copyOf(columns);
    }
  }

  /** {@return the same publication of other things} */
  public Publication of(List<Member> newTables, SortedSet<String> newSchemas) {
    return new Publication(
        id, allTables, newTables, newSchemas, publish, viaRoot, generatedColumns);
  }
}
