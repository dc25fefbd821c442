package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schemas and extensions. */
final class NamespaceRows {
  private static final List<String> BUILT_IN =
      List.of("pg_catalog", "information_schema", "pg_toast");

  private NamespaceRows() {}

  static List<Row> namespaces(Facts facts, Map<String, String> wanted) {
    return names(facts).stream().map(NamespaceRows::namespace).toList();
  }

  private static List<String> names(Facts facts) {
    var names = new ArrayList<>(BUILT_IN);
    for (SchemaObject schema : facts.objects().ofKind(Kind.SCHEMA)) {
      names.add(schema.id().name());
    }
    return names;
  }

  private static Row namespace(String name) {
    return column ->
        switch (column) {
          case "oid" -> Cells.namespace(name);
          case "nspname" -> Cells.text(name);
          case "nspowner", "nspacl" -> Cells.unknown();
          default -> Cells.none();
        };
  }

  static List<Row> schemata(Facts facts, Map<String, String> wanted) {
    return names(facts).stream()
        .<Row>map(
            name ->
                column ->
                    switch (column) {
                      case "schema_name" -> Cells.text(name);
                      case "catalog_name", "schema_owner" -> Cells.unknown();
                      default -> Cells.none();
                    })
        .toList();
  }

  static List<Row> extensions(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    rows.add(extension("plpgsql", "pg_catalog"));
    for (SchemaObject object : facts.objects().ofKind(Kind.EXTENSION)) {
      rows.add(extension(object.id().name(), ((Extension) object).schema()));
    }
    return rows;
  }

  private static Row extension(String name, String schema) {
    return column ->
        switch (column) {
          case "extname" -> Cells.text(name);
          case "extnamespace" -> schema.isEmpty() ? Cells.unknown() : Cells.namespace(schema);
          case "oid", "extversion", "extowner", "extrelocatable" -> Cells.unknown();
          default -> Cells.none();
        };
  }
}
