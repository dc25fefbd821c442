package dev.drift.engine.catalog;

import dev.drift.engine.model.QualifiedName;
import java.util.List;

/** The names of the collations in use, for the readers after it. */
final class CollationReader implements CatalogReader {
  @Override
  public String family() {
    return "collations";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      String schema = row.flag("member") ? "" : row.text("schema");
      reading.collation(row.text("oid"), new QualifiedName(schema, row.text("name")));
    }
  }
}
