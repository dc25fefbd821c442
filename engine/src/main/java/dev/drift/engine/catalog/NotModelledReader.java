package dev.drift.engine.catalog;

import java.util.List;

/** How many objects there are of the kinds that the model does not hold. */
final class NotModelledReader implements CatalogReader {
  @Override
  public String family() {
    return "not_modelled";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      if (row.number("objects") > 0) {
        reading.notModelled().put(row.text("kind"), row.number("objects"));
      }
    }
  }
}
