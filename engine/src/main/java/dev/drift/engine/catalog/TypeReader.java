package dev.drift.engine.catalog;

import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * {@code pg_type} to {@link EnumType} and {@link DomainType}. Composite types get their fields from
 * {@link ColumnReader}.
 */
final class TypeReader implements CatalogReader {
  @Override
  public String family() {
    return "types";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      if (row.flag("member")) {
        reading.extensionType(new QualifiedName(row.text("schema_name"), row.text("name")));
      }
    }
    for (CatalogRow row : rows) {
      Optional<String> schema = reading.schema(row.text("schema"));
      if (!row.flag("member") && schema.isPresent()) {
        readType(row, schema.get(), reading);
      }
    }
  }

  private static void readType(CatalogRow row, String schema, Reading reading) {
    String oid = row.text("oid");
    String name = row.text("name");
    switch (row.text("kind")) {
      case "e" ->
          reading.add(
              "pg_type",
              oid,
              new EnumType(ObjectId.of(Kind.ENUM, schema, name), row.texts("labels")));
      case "d" -> reading.add("pg_type", oid, domain(row, schema, reading));
      case "c" -> reading.address("pg_type", oid, ObjectId.of(Kind.COMPOSITE_TYPE, schema, name));
      default -> {}
    }
  }

  private static DomainType domain(CatalogRow row, String schema, Reading reading) {
    return new DomainType(
        ObjectId.of(Kind.DOMAIN, schema, row.text("name")),
        reading.type(row.text("base")),
        row.flag("not_null"),
        row.optional("default_value").map(Deparsed::expression),
        row.optional("collation").flatMap(reading::collation),
        row.optional("not_null_name").map(NotNullConstraint::inCatalog));
  }
}
