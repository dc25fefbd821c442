package dev.drift.engine.catalog;

import dev.drift.engine.model.QualifiedName;
import java.util.List;

/** {@code pg_opclass}, the system's own included, for the indexes. */
final class OperatorClassReader implements CatalogReader {
  @Override
  public String family() {
    return "operator_classes";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      String schema = row.flag("member") ? "" : row.text("schema");
      reading
          .operatorClasses()
          .add(
              row.text("oid"),
              new OperatorClasses.OperatorClass(
                  new QualifiedName(schema, row.text("name")),
                  row.text("method"),
                  row.text("type_oid"),
                  row.flag("by_default")));
    }
  }
}
