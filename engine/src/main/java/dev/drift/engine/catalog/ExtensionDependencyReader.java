package dev.drift.engine.catalog;

import dev.drift.engine.model.ExtensionDependency;
import java.util.List;

/** {@code pg_depend}'s entries of type {@code x} to {@link ExtensionDependency}. */
final class ExtensionDependencyReader implements CatalogReader {
  @Override
  public String family() {
    return "extension_dependencies";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .object(row.text("catalog"), row.text("oid"))
          .map(target -> ExtensionDependency.of(target, row.text("extension")))
          .ifPresent(reading::add);
    }
  }
}
