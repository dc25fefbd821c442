package dev.drift.engine.catalog;

import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.List;
import java.util.Optional;

/** {@code pg_type} to {@link BaseType}. */
final class BaseTypeReader implements CatalogReader {
  @Override
  public String family() {
    return "base_types";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      Optional<String> schema = reading.schema(row.text("schema"));
      if (schema.isPresent()) {
        ObjectId id = ObjectId.of(Kind.BASE_TYPE, schema.get(), row.text("name"));
        BaseType type = row.flag("defined") ? type(id, row, reading) : BaseType.shell(id);
        reading.add("pg_type", row.text("oid"), type);
      }
    }
  }

  private static BaseType type(ObjectId id, CatalogRow row, Reading reading) {
    return new BaseType(
        id,
        true,
        new BaseType.Functions(
            routine(row, "input", reading),
            routine(row, "output", reading),
            routine(row, "receive", reading),
            routine(row, "send", reading),
            routine(row, "modifier_in", reading),
            routine(row, "modifier_out", reading),
            routine(row, "analyze", reading),
            routine(row, "subscript", reading)),
        new BaseType.Layout(
            row.number("length"),
            row.flag("by_value"),
            Codes.alignment(row.text("alignment")),
            Codes.storage(row.text("storage"))),
        row.text("category"),
        row.flag("preferred"),
        row.text("delimiter"),
        row.optional("default_value"),
        row.optional("element").map(reading::type),
        row.flag("collatable"));
  }

  private static Optional<QualifiedName> routine(CatalogRow row, String column, Reading reading) {
    return reading.referent("pg_proc", row.optional(column));
  }
}
