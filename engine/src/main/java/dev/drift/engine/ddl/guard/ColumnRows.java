package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns of tables and views. */
final class ColumnRows {
  private ColumnRows() {}

  static List<Row> attributes(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (SchemaObject object : candidates(facts, wanted, "attname", "")) {
      rows.add(attribute((Column) object, facts));
    }
    for (SchemaObject view : views(facts)) {
      for (String name : viewColumns(view)) {
        rows.add(
            column ->
                switch (column) {
                  case "attrelid" -> Cells.oid(view.id());
                  case "attname" -> Cells.text(name);
                  case "attnum" -> Cells.number(viewColumns(view).indexOf(name) + 1);
                  case "attisdropped" -> Cells.bool(false);
                  case "atttypid", "atttypmod" -> Cells.unknown();
                  default -> Cells.none();
                });
      }
    }
    return rows;
  }

  /** The columns, only those with the wanted table or column name if one is fixed. */
  private static Collection<SchemaObject> candidates(
      Facts facts, Map<String, String> wanted, String nameColumn, String tableColumn) {
    String table = wanted.get(tableColumn);
    if (table == null) {
      String name = wanted.get(nameColumn);
      return facts.objects().ofKind(Kind.COLUMN).stream()
          .filter(object -> name == null || object.id().name().equals(name))
          .toList();
    }
    var found = new ArrayList<SchemaObject>();
    for (SchemaObject schema : facts.objects().ofKind(Kind.SCHEMA)) {
      facts.objects().childrenOf(ObjectId.table(schema.id().name(), table)).stream()
          .filter(Column.class::isInstance)
          .forEach(found::add);
    }
    return found;
  }

  private static List<SchemaObject> views(Facts facts) {
    var views = new ArrayList<>(facts.objects().ofKind(Kind.VIEW));
    views.addAll(facts.objects().ofKind(Kind.MATERIALIZED_VIEW));
    return views;
  }

  private static List<String> viewColumns(SchemaObject object) {
    return object instanceof View view ? view.columns() : ((MaterializedView) object).columns();
  }

  private static Row attribute(Column object, Facts facts) {
    return column ->
        switch (column) {
          case "attrelid" -> Cells.oid(RelationRows.owner(object.id(), facts));
          case "attname" -> Cells.text(object.id().name());
          case "attnum" -> Cells.number(object.position());
          case "atttypid" -> Cells.oid(References.idOf(object.type(), facts.objects()));
          case "atttypmod" ->
              Optional.of(
                  object.type().modifier().isEmpty()
                      ? Value.of(-1)
                      : new Value.Text(object.type().modifier()));
          case "attnotnull" -> Cells.bool(object.notNull());
          case "atthasdef" ->
              Cells.bool(object.defaultValue().isPresent() || object.generated().isPresent());
          case "attisdropped" -> Cells.bool(false);
          case "attidentity" ->
              Cells.text(object.identity().map(i -> i.always() ? "a" : "d").orElse(""));
          case "attgenerated" ->
              Cells.text(object.generated().map(g -> g.stored() ? "s" : "v").orElse(""));
          case "attstorage", "attcompression", "attstattarget", "attcollation", "attlen" ->
              Cells.unknown();
          default -> Cells.none();
        };
  }

  static List<Row> columns(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (SchemaObject object : candidates(facts, wanted, "column_name", "table_name")) {
      rows.add(column((Column) object));
    }
    for (SchemaObject view : facts.objects().ofKind(Kind.VIEW)) {
      for (String name : viewColumns(view)) {
        rows.add(
            column ->
                switch (column) {
                  case "table_schema" -> Cells.text(view.id().schema());
                  case "table_name" -> Cells.text(view.id().name());
                  case "column_name" -> Cells.text(name);
                  case "is_nullable" -> Cells.text("YES");
                  case "data_type", "udt_name", "column_default" -> Cells.unknown();
                  default -> Cells.none();
                });
      }
    }
    return rows;
  }

  private static Row column(Column object) {
    TypeName type = object.type();
    return column ->
        switch (column) {
          case "table_schema" -> Cells.text(object.id().schema());
          case "table_name" -> Cells.text(object.id().parent());
          case "column_name" -> Cells.text(object.id().name());
          case "ordinal_position" -> Cells.number(object.position());
          case "is_nullable" -> Cells.yesNo(!object.notNull());
          case "column_default" -> Cells.text(object.defaultValue().map(e -> e.sql()));
          case "data_type" -> Cells.text(dataType(type));
          case "udt_name" -> Cells.text(internalName(type));
          case "udt_schema" -> Cells.text(type.schema());
          case "character_maximum_length" -> length(type);
          case "numeric_precision" -> precision(type, 0);
          case "numeric_scale" -> precision(type, 1);
          case "is_identity" -> Cells.yesNo(object.identity().isPresent());
          case "identity_generation" ->
              Cells.text(object.identity().map(i -> i.always() ? "ALWAYS" : "BY DEFAULT"));
          case "is_generated" -> Cells.text(object.generated().isPresent() ? "ALWAYS" : "NEVER");
          case "generation_expression" ->
              Cells.text(object.generated().map(g -> g.expression().sql()));
          case "table_catalog", "datetime_precision", "collation_name", "is_updatable" ->
              Cells.unknown();
          default -> Cells.none();
        };
  }

  private static String dataType(TypeName type) {
    if (type.array()) {
      return "ARRAY";
    }
    return type.schema().equals("pg_catalog")
        ? Types.sql(TypeName.builtin(type.name()))
        : "USER-DEFINED";
  }

  private static String internalName(TypeName type) {
    String element =
        switch (type.name()) {
          case "integer" -> "int4";
          case "bigint" -> "int8";
          case "smallint" -> "int2";
          case "real" -> "float4";
          case "double precision" -> "float8";
          case "boolean" -> "bool";
          case "character varying" -> "varchar";
          case "character" -> "bpchar";
          case "bit varying" -> "varbit";
          case "timestamp without time zone" -> "timestamp";
          case "timestamp with time zone" -> "timestamptz";
          case "time without time zone" -> "time";
          case "time with time zone" -> "timetz";
          default -> type.name();
        };
    return type.array() ? "_" + element : element;
  }

  private static Optional<Value> length(TypeName type) {
    boolean counted =
        !type.array() && type.name().startsWith("character") && !type.modifier().isEmpty();
    return Optional.of(counted ? Value.of(Long.parseLong(type.modifier())) : Value.NULL);
  }

  private static Optional<Value> precision(TypeName type, int index) {
    if (type.isBuiltin("numeric")) {
      String[] parts = type.modifier().split(",", -1);
      return Optional.of(
          parts.length > index && !parts[index].isEmpty()
              ? Value.of(Long.parseLong(parts[index]))
              : Value.NULL);
    }
    return Cells.unknown();
  }
}
