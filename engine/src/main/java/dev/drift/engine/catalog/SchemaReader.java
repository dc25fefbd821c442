package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Schema;
import java.util.List;

/** {@code pg_namespace} to {@link Schema}. */
final class SchemaReader implements CatalogReader {
  @Override
  public String family() {
    return "schemas";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      String name = row.text("name");
      reading.schema(row.text("oid"), name);
      if (!row.flag("member")) {
        reading.add(
            "pg_namespace", row.text("oid"), new Schema(ObjectId.global(Kind.SCHEMA, name)));
      }
    }
  }
}
