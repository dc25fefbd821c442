package dev.drift.engine.catalog;

import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;

/** {@code pg_foreign_server} to {@link ForeignServer}. */
final class ForeignServerReader implements CatalogReader {
  @Override
  public String family() {
    return "servers";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.add(
          "pg_foreign_server",
          row.text("oid"),
          new ForeignServer(
              ObjectId.global(Kind.SERVER, row.text("name")),
              row.text("wrapper"),
              row.optional("type"),
              row.optional("version"),
              row.options("options")));
    }
  }
}
