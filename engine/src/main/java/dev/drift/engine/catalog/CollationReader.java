package dev.drift.engine.catalog;

import dev.drift.engine.model.Collation;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.List;

/** {@code pg_collation} to {@link Collation}, and the names of those in use. */
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
      boolean own = Long.parseLong(row.text("oid")) >= Reading.FIRST_OWN && !row.flag("member");
      if (own && reading.schema(row.text("schema_oid")).isPresent()) {
        reading.add("pg_collation", row.text("oid"), collation(row));
      }
    }
  }

  private static Collation collation(CatalogRow row) {
    String provider =
        switch (row.text("provider")) {
          case "i" -> "icu";
          case "b" -> "builtin";
          default -> "libc";
        };
    return new Collation(
        ObjectId.of(Kind.COLLATION, row.text("schema"), row.text("name")),
        provider,
        row.optional("collate").orElse(""),
        row.optional("ctype").orElse(""),
        row.optional("locale").orElse(""),
        row.optional("rules").orElse(""),
        row.flag("deterministic"),
        row.flag("any_encoding"));
  }
}
