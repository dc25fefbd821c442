package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;

/**
 * {@code pg_class}: the names of everything that has columns or numbers, for the readers after it.
 */
final class RelationReader implements CatalogReader {
  @Override
  public String family() {
    return "relations";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.schema(row.text("schema")).ifPresent(schema -> readRelation(row, schema, reading));
    }
  }

  private static void readRelation(CatalogRow row, String schema, Reading reading) {
    Kind kind = kind(row.text("kind"));
    var id = ObjectId.of(kind, schema, row.text("name"));
    String oid = row.text("oid");
    reading.relation(oid, new Relation(id, row.text("kind"), row.flag("member")));
    if (!row.flag("member") && kind != Kind.SEQUENCE) {
      reading.address("pg_class", oid, id);
    }
  }

  private static Kind kind(String relkind) {
    return switch (relkind) {
      case "r", "p" -> Kind.TABLE;
      case "v" -> Kind.VIEW;
      case "m" -> Kind.MATERIALIZED_VIEW;
      case "f" -> Kind.FOREIGN_TABLE;
      case "S" -> Kind.SEQUENCE;
      case "c" -> Kind.COMPOSITE_TYPE;
      default -> throw new IllegalStateException("relkind " + relkind);
    };
  }
}
