package dev.drift.engine.catalog;

import dev.drift.engine.model.Extension;
import java.util.List;

/** {@code pg_extension} to {@link Extension}. */
final class ExtensionReader implements CatalogReader {
  @Override
  public String family() {
    return "extensions";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.add(Extension.in(row.text("schema"), row.text("name")));
    }
  }
}
