package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Table.Foreign;
import dev.drift.engine.model.Table.Partition;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code pg_class} to {@link Table}. */
final class TableReader implements CatalogReader {
  @Override
  public String family() {
    return "tables";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .ownRelation(row.text("relation"))
          .ifPresent(relation -> reading.add(table(row, relation.id(), reading)));
    }
  }

  private static Table table(CatalogRow row, ObjectId id, Reading reading) {
    List<ObjectId> parents =
        row.texts("parents").stream()
            .flatMap(oid -> reading.relation(oid).stream())
            .map(Relation::id)
            .toList();
    Optional<Partition> partition =
        row.optional("bound")
            .filter(bound -> !parents.isEmpty())
            .map(bound -> new Partition(parents.getFirst(), new Expression(bound)));
    return new Table(
        id,
        row.flag("unlogged"),
        row.optional("partition_key").map(Expression::new),
        partition,
        partition.isPresent() ? List.of() : parents,
        options(row),
        row.flag("row_security"),
        row.flag("force_row_security"),
        replicaIdentity(row),
        row.optional("access_method"),
        row.optional("tablespace"),
        row.optional("of_type").map(reading::type),
        row.optional("cluster_on"),
        row.optional("server").map(server -> new Foreign(server, row.options("foreign_options"))),
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        List.of(),
        Collections.emptySortedMap());
  }

  private static SortedMap<String, String> options(CatalogRow row) {
    var options = new TreeMap<>(row.options("options"));
    row.options("toast_options").forEach((name, value) -> options.put("toast." + name, value));
    return options;
  }

  /** An index that was dropped leaves the identity without any: nothing is logged. */
  private static String replicaIdentity(CatalogRow row) {
    if (row.optional("server").isPresent()) {
      return "default";
    }
    return switch (row.text("replica_identity")) {
      case "f" -> "full";
      case "n" -> "nothing";
      case "i" ->
          row.optional("replica_identity_index").map(index -> "index " + index).orElse("nothing");
      default -> "default";
    };
  }
}
