package dev.drift.engine.catalog;

import dev.drift.engine.model.SecurityLabel;
import java.util.List;

/** {@code pg_seclabel} to {@link SecurityLabel}. */
final class SecurityLabelReader implements CatalogReader {
  @Override
  public String family() {
    return "security_labels";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      CommentReader.target(row, reading)
          .map(target -> SecurityLabel.on(target, row.text("provider"), row.text("label")))
          .ifPresent(reading::add);
    }
  }
}
