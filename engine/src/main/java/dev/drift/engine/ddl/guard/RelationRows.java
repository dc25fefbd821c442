package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables, views, sequences, indexes. */
final class RelationRows {
  private static final List<Kind> CLASSES =
      List.of(
          Kind.TABLE,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW,
          Kind.SEQUENCE,
          Kind.COMPOSITE_TYPE,
          Kind.FOREIGN_TABLE,
          Kind.INDEX,
          Kind.PRIMARY_KEY,
          Kind.UNIQUE,
          Kind.EXCLUSION,
          Kind.PARTITION_INDEX);
  private static final List<Kind> INDEXES =
      List.of(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION, Kind.PARTITION_INDEX);

  private RelationRows() {}

  static List<Row> classes(Facts facts, Map<String, String> wanted) {
    return rows(facts, CLASSES, RelationRows::relation);
  }

  /** Makes a row of an object. */
  interface RowMaker {
    Row row(SchemaObject object);
  }

  static List<Row> rows(Facts facts, List<Kind> kinds, RowMaker maker) {
    var rows = new ArrayList<Row>();
    for (Kind kind : kinds) {
      facts.objects().ofKind(kind).forEach(object -> rows.add(maker.row(object)));
    }
    return rows;
  }

  private static Row relation(SchemaObject object) {
    ObjectId id = object.id();
    Optional<Table> table = object instanceof Table found ? Optional.of(found) : Optional.empty();
    return column ->
        switch (column) {
          case "oid" -> Cells.oid(id);
          case "relname" -> Cells.text(id.name());
          case "relnamespace" -> Cells.namespace(id.schema());
          case "relkind" -> Cells.text(kind(object));
          case "relrowsecurity" -> Cells.bool(table.filter(Table::rowSecurity).isPresent());
          case "relforcerowsecurity" ->
              Cells.bool(table.filter(Table::forceRowSecurity).isPresent());
          case "relpartbound" ->
              Cells.text(table.flatMap(Table::partitionOf).map(p -> p.bound().sql()));
          case "relispartition" -> Cells.bool(table.flatMap(Table::partitionOf).isPresent());
          case "relpersistence" ->
              Cells.text(table.filter(Table::unlogged).isPresent() ? "u" : "p");
          case "relowner",
              "reltuples",
              "relpages",
              "relacl",
              "reloptions",
              "relhasindex",
              "relam",
              "reltablespace",
              "reltype",
              "relfilenode",
              "relhastriggers" ->
              Cells.unknown();
          default -> Cells.none();
        };
  }

  private static String kind(SchemaObject object) {
    return switch (object.id().kind()) {
      case VIEW -> "v";
      case MATERIALIZED_VIEW -> "m";
      case SEQUENCE -> "S";
      case COMPOSITE_TYPE -> "c";
      case FOREIGN_TABLE -> "f";
      case TABLE -> ((Table) object).partitionKey().isPresent() ? "p" : "r";
      default -> "i";
    };
  }

  static List<Row> tables(Facts facts, Map<String, String> wanted) {
    return rows(facts, List.of(Kind.TABLE), object -> named(object, "tablename", facts));
  }

  static List<Row> views(Facts facts, Map<String, String> wanted) {
    return rows(facts, List.of(Kind.VIEW), object -> named(object, "viewname", facts));
  }

  static List<Row> materializedViews(Facts facts, Map<String, String> wanted) {
    return rows(
        facts, List.of(Kind.MATERIALIZED_VIEW), object -> named(object, "matviewname", facts));
  }

  static List<Row> sequences(Facts facts, Map<String, String> wanted) {
    return rows(facts, List.of(Kind.SEQUENCE), object -> named(object, "sequencename", facts));
  }

  private static Row named(SchemaObject object, String nameColumn, Facts facts) {
    ObjectId id = object.id();
    return column -> {
      if (column.equals(nameColumn)) {
        return Cells.text(id.name());
      }
      return switch (column) {
        case "schemaname" -> Cells.text(id.schema());
        case "rowsecurity" -> Cells.bool(object instanceof Table t && t.rowSecurity());
        case "definition" -> Optional.of(ViewTexts.of(object, facts));
        case "tableowner",
            "viewowner",
            "matviewowner",
            "sequenceowner",
            "last_value",
            "tablespace",
            "hasindexes",
            "hasrules",
            "hastriggers",
            "ispopulated" ->
            Cells.unknown();
        default -> Cells.none();
      };
    };
  }

  static List<Row> indexes(Facts facts, Map<String, String> wanted) {
    return rows(
        facts,
        INDEXES,
        object ->
            column ->
                switch (column) {
                  case "schemaname" -> Cells.text(object.id().schema());
                  case "tablename" -> Cells.text(object.id().parent());
                  case "indexname" -> Cells.text(object.id().name());
                  case "indexdef", "tablespace" -> Cells.unknown();
                  default -> Cells.none();
                });
  }

  static List<Row> indexCatalog(Facts facts, Map<String, String> wanted) {
    return rows(facts, INDEXES, object -> index(object, original(object, facts), facts));
  }

  /** {@return what the partition's index is of; any other index itself} */
  private static SchemaObject original(SchemaObject object, Facts facts) {
    return object instanceof PartitionIndex part
        ? facts.objects().find(part.original()).orElse(object)
        : object;
  }

  private static Row index(SchemaObject object, SchemaObject original, Facts facts) {
    return column ->
        switch (column) {
          case "indexrelid" -> Cells.oid(object.id());
          case "indrelid" -> Cells.oid(owner(object.id(), facts));
          case "indisunique" -> Cells.bool(!(original instanceof Index index) || index.unique());
          case "indisprimary" -> Cells.bool(original.id().kind() == Kind.PRIMARY_KEY);
          case "indisvalid" -> Cells.bool(!(original instanceof Index index) || index.valid());
          case "indkey", "indpred", "indexprs", "indnatts", "indisready" -> Cells.unknown();
          default -> Cells.none();
        };
  }

  /** {@return the relation that something belongs to} */
  static ObjectId owner(ObjectId part, Facts facts) {
    return facts
        .objects()
        .relation(part.schema(), part.parent())
        .map(SchemaObject::id)
        .orElse(part.parentTable());
  }

  static List<Row> inheritance(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (SchemaObject object : facts.objects().ofKind(Kind.TABLE)) {
      Table table = (Table) object;
      var parents = new ArrayList<>(table.inherits());
      table.partitionOf().ifPresent(partition -> parents.add(partition.parent()));
      parents.forEach(parent -> rows.add(inheritance(table.id(), parent)));
    }
    for (SchemaObject object : facts.objects().ofKind(Kind.PARTITION_INDEX)) {
      rows.add(inheritance(object.id(), parent((PartitionIndex) object, facts)));
    }
    return rows;
  }

  /** The index of the next table above, which may itself be a partition's. */
  private static ObjectId parent(PartitionIndex part, Facts facts) {
    return facts
        .objects()
        .find(owner(part.id(), facts), Table.class)
        .flatMap(Table::partitionOf)
        .stream()
        .flatMap(partition -> facts.objects().childrenOf(partition.parent()).stream())
        .filter(above -> above instanceof PartitionIndex p && p.original().equals(part.original()))
        .map(SchemaObject::id)
        .findFirst()
        .orElse(part.original());
  }

  private static Row inheritance(ObjectId heir, ObjectId parent) {
    return column ->
        switch (column) {
          case "inhrelid" -> Cells.oid(heir);
          case "inhparent" -> Cells.oid(parent);
          default -> Cells.none();
        };
  }

  static List<Row> informationTables(Facts facts, Map<String, String> wanted) {
    return rows(
        facts,
        List.of(Kind.TABLE, Kind.VIEW, Kind.FOREIGN_TABLE),
        object ->
            column ->
                switch (column) {
                  case "table_schema" -> Cells.text(object.id().schema());
                  case "table_name" -> Cells.text(object.id().name());
                  case "table_type" ->
                      Cells.text(
                          object.id().kind() == Kind.TABLE
                              ? "BASE TABLE"
                              : object.id().kind() == Kind.VIEW ? "VIEW" : "FOREIGN");
                  case "table_catalog" -> Cells.unknown();
                  default -> Cells.none();
                });
  }

  static List<Row> informationViews(Facts facts, Map<String, String> wanted) {
    return rows(
        facts, List.of(Kind.VIEW), object -> information(object, "table_schema", "table_name"));
  }

  static List<Row> informationSequences(Facts facts, Map<String, String> wanted) {
    return rows(
        facts,
        List.of(Kind.SEQUENCE),
        object -> information(object, "sequence_schema", "sequence_name"));
  }

  private static Row information(SchemaObject object, String schemaColumn, String nameColumn) {
    Set<String> unknown =
        Set.of("view_definition", "table_catalog", "sequence_catalog", "data_type");
    return column -> {
      if (column.equals(schemaColumn)) {
        return Cells.text(object.id().schema());
      }
      if (column.equals(nameColumn)) {
        return Cells.text(object.id().name());
      }
      return unknown.contains(column) ? Cells.unknown() : Cells.none();
    };
  }
}
