package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import java.util.List;

/** {@code pg_range} to {@link RangeType}. */
final class RangeTypeReader implements CatalogReader {
  @Override
  public String family() {
    return "ranges";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(
              schema -> reading.add("pg_type", row.text("oid"), range(row, schema, reading)));
    }
  }

  private static RangeType range(CatalogRow row, String schema, Reading reading) {
    return new RangeType(
        ObjectId.of(Kind.RANGE_TYPE, schema, row.text("name")),
        reading.type(row.text("subtype")),
        reading
            .operatorClasses()
            .unlessDefault(row.text("operator_class"), row.text("subtype_oid")),
        row.optional("collation").flatMap(reading::collation),
        reading.referent("pg_proc", row.optional("canonical")),
        reading.referent("pg_proc", row.optional("difference")),
        row.optional("multirange")
            .map(name -> new QualifiedName(row.text("multirange_schema"), name)));
  }
}
