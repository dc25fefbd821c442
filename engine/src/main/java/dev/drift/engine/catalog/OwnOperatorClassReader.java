package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.OperatorClass;
import java.util.List;
import java.util.Optional;

/**
 * {@code pg_opclass} to {@link OperatorClass}, without the server's own and those of extensions.
 */
final class OwnOperatorClassReader implements CatalogReader {
  @Override
  public String family() {
    return "own_operator_classes";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      Optional<String> schema = reading.schema(row.text("schema"));
      if (schema.isPresent()) {
        String name = row.text("name") + " using " + row.text("method");
        ObjectId id = ObjectId.of(Kind.OPERATOR_CLASS, schema.get(), name);
        reading.add("pg_opclass", row.text("oid"), operatorClass(id, row, reading));
      }
    }
  }

  private static OperatorClass operatorClass(ObjectId id, CatalogRow row, Reading reading) {
    return new OperatorClass(
        id,
        row.text("method"),
        OperatorFamilyReader.plain(reading.referent("pg_opfamily", row.text("family"))),
        reading.type(row.text("type")),
        row.flag("by_default"),
        row.optional("storage").map(reading::type));
  }
}
