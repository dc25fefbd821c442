package dev.drift.engine.catalog;

import dev.drift.engine.model.Column.Identity;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.SequenceOptions;
import java.util.List;
import java.util.Optional;

/**
 * {@code pg_sequence} to {@link Sequence}; those of identity columns are kept for their columns.
 */
final class SequenceReader implements CatalogReader {
  @Override
  public String family() {
    return "sequences";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      String oid = row.text("relation");
      reading.ownRelation(oid).ifPresent(relation -> readSequence(row, relation.id(), reading));
    }
  }

  private static void readSequence(CatalogRow row, ObjectId id, Reading reading) {
    SequenceOptions options = options(row, reading);
    if (row.flag("identity")) {
      reading
          .identities()
          .put(
              row.text("owner_relation") + '.' + row.text("owner_column"),
              new Identity(true, new QualifiedName(id.schema(), id.name()), options));
      return;
    }
    Optional<ObjectId> owner =
        row.optional("owner_relation")
            .flatMap(reading::relation)
            .map(relation -> ObjectId.column(relation.id(), row.text("owner_column")));
    reading.add(
        "pg_class", row.text("relation"), new Sequence(id, options, owner, row.flag("unlogged")));
  }

  private static SequenceOptions options(CatalogRow row, Reading reading) {
    return new SequenceOptions(
        reading.type(row.text("type")),
        row.large("start"),
        row.large("increment"),
        row.large("min"),
        row.large("max"),
        row.large("cache"),
        row.flag("cycle"));
  }
}
