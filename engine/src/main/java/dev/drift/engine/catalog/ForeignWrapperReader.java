package dev.drift.engine.catalog;

import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.List;
import java.util.Optional;

/** {@code pg_foreign_data_wrapper} to {@link ForeignDataWrapper}. */
final class ForeignWrapperReader implements CatalogReader {
  @Override
  public String family() {
    return "foreign_data_wrappers";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.add(
          "pg_foreign_data_wrapper",
          row.text("oid"),
          new ForeignDataWrapper(
              ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, row.text("name")),
              function(row, "handler"),
              function(row, "validator"),
              row.options("options")));
    }
  }

  private static Optional<QualifiedName> function(CatalogRow row, String role) {
    return row.optional(role)
        .map(name -> new QualifiedName(row.optional(role + "_schema").orElse(""), name));
  }
}
