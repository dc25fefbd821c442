package dev.drift.engine.catalog;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code pg_index} to {@link Index}; those behind constraints are kept for their constraints. */
final class IndexReader implements CatalogReader {
  @Override
  public String family() {
    return "indexes";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    Map<String, ObjectId> originals = originals(rows, reading);
    for (CatalogRow row : rows) {
      Optional<Relation> relation = reading.ownRelation(row.text("relation"));
      if (relation.isEmpty()) {
        continue;
      }
      CatalogIndex index = index(row, relation.get(), reading);
      if (row.flag("behind_constraint")) {
        reading.indexes().put(row.text("oid"), index);
        reading.address(
            "pg_class", row.text("oid"), relation.get().id().child(Kind.INDEX, index.name()));
      }
      Optional<String> root = row.optional("root");
      if (root.isPresent()) {
        reading.address(
            "pg_class", row.text("oid"), relation.get().id().child(Kind.INDEX, index.name()));
        Optional.ofNullable(originals.get(root.get()))
            .ifPresent(
                original ->
                    reading.add(
                        new PartitionIndex(
                            relation.get().id().child(Kind.PARTITION_INDEX, index.name()),
                            original,
                            index.options(),
                            index.tablespace())));
      } else if (!row.flag("behind_constraint")) {
        reading.add("pg_class", row.text("oid"), object(row, relation.get(), index));
      }
    }
  }

  /** The indexes that are no partitions' parts, under the kinds of their constraints. */
  private static Map<String, ObjectId> originals(List<CatalogRow> rows, Reading reading) {
    var originals = new HashMap<String, ObjectId>();
    for (CatalogRow row : rows) {
      if (row.optional("root").isEmpty()) {
        Kind kind =
            switch (row.optional("constraint_kind").orElse("")) {
              case "p" -> Kind.PRIMARY_KEY;
              case "u" -> Kind.UNIQUE;
              case "x" -> Kind.EXCLUSION;
              default -> Kind.INDEX;
            };
        reading
            .ownRelation(row.text("relation"))
            .ifPresent(
                relation ->
                    originals.put(row.text("oid"), relation.id().child(kind, row.text("name"))));
      }
    }
    return originals;
  }

  private static CatalogIndex index(CatalogRow row, Relation relation, Reading reading) {
    List<Integer> columns = row.numbers("columns");
    int keys = row.number("key_count");
    return new CatalogIndex(
        row.text("name"),
        row.text("method"),
        new IndexKeys(row, relation, reading).read(columns.subList(0, keys)),
        relation.names(columns.subList(keys, columns.size())),
        row.flag("nulls_not_distinct"),
        row.optional("predicate").map(Deparsed::expression),
        row.options("options"),
        row.optional("tablespace"));
  }

  /** A partitioned index is invalid until every partition has its part. */
  private static Index object(CatalogRow row, Relation relation, CatalogIndex index) {
    boolean partitioned = row.flag("partitioned");
    boolean valid = row.flag("valid") && row.flag("ready");
    return new Index(
        relation.id().child(Kind.INDEX, index.name()),
        row.flag("is_unique"),
        index.method(),
        index.keys(),
        index.include(),
        index.nullsNotDistinct(),
        index.predicate(),
        index.options(),
        index.tablespace(),
        partitioned && !valid,
        partitioned || valid);
  }
}
