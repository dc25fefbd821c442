package dev.drift.engine.catalog;

import dev.drift.engine.model.UserMapping;
import java.util.List;

/** {@code pg_user_mappings} to {@link UserMapping}; only options that the role may see. */
final class UserMappingReader implements CatalogReader {
  @Override
  public String family() {
    return "user_mappings";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.add(
          new UserMapping(
              UserMapping.idOf(row.text("server"), row.text("role")), row.options("options")));
    }
  }
}
