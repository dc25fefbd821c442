package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types and enum labels. */
final class TypeRows {
  private static final List<Kind> TYPES =
      List.of(
          Kind.ENUM,
          Kind.DOMAIN,
          Kind.COMPOSITE_TYPE,
          Kind.RANGE_TYPE,
          Kind.BASE_TYPE,
          Kind.TABLE,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW,
          Kind.FOREIGN_TABLE);

  private TypeRows() {}

  static List<Row> types(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        TYPES,
        object ->
            column ->
                switch (column) {
                  case "oid" -> Cells.oid(object.id());
                  case "typname" -> Cells.text(object.id().name());
                  case "typnamespace" -> Cells.namespace(object.id().schema());
                  case "typtype" -> Cells.text(kind(object.id().kind()));
                  case "typrelid" ->
                      TYPES.indexOf(object.id().kind()) > 4
                          ? Cells.oid(object.id())
                          : Cells.unknown();
                  case "typowner",
                      "typcategory",
                      "typbasetype",
                      "typelem",
                      "typarray",
                      "typnotnull" ->
                      Cells.unknown();
                  default -> Cells.none();
                });
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case ENUM -> "e";
      case DOMAIN -> "d";
      case RANGE_TYPE -> "r";
      case BASE_TYPE -> "b";
      default -> "c";
    };
  }

  static List<Row> labels(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (SchemaObject object : facts.objects().ofKind(Kind.ENUM)) {
      List<String> values = ((EnumType) object).values();
      for (int i = 0; i < values.size(); i++) {
        int position = i;
        rows.add(
            column ->
                switch (column) {
                  case "enumtypid" -> Cells.oid(object.id());
                  case "enumlabel" -> Cells.text(values.get(position));
                  case "enumsortorder" -> Cells.number(position + 1);
                  case "oid" -> Cells.unknown();
                  default -> Cells.none();
                });
      }
    }
    return rows;
  }

  static List<Row> domains(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        List.of(Kind.DOMAIN),
        object ->
            column ->
                switch (column) {
                  case "domain_schema" -> Cells.text(object.id().schema());
                  case "domain_name" -> Cells.text(object.id().name());
                  case "data_type", "domain_default" -> Cells.unknown();
                  default -> Cells.none();
                });
  }
}
