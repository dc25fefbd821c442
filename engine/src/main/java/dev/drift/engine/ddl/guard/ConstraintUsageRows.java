package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which columns a constraint constrains, and which it uses. */
final class ConstraintUsageRows {
  private ConstraintUsageRows() {}

  static List<Row> keyColumns(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (Kind kind : List.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY)) {
      for (SchemaObject object : facts.objects().ofKind(kind)) {
        ObjectId table = object.id().parentTable();
        add(rows, object.id(), table, ConstraintRows.columns(object));
      }
    }
    return rows;
  }

  /** Of a foreign key the referenced columns, of others the constrained ones. */
  static List<Row> usedColumns(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (Kind kind : ConstraintRows.OF_TABLES) {
      for (SchemaObject object : facts.objects().ofKind(kind)) {
        if (object instanceof ForeignKey key) {
          add(rows, key.id(), key.referenced(), key.referencedColumns());
        } else {
          ObjectId table = object.id().parentTable();
          add(rows, object.id(), table, ConstraintRows.columns(object));
        }
      }
    }
    return rows;
  }

  private static void add(
      List<Row> rows, ObjectId constraint, ObjectId table, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      int position = i;
      rows.add(
          column ->
              switch (column) {
                case "constraint_schema" -> Cells.text(constraint.schema());
                case "constraint_name" -> Cells.text(constraint.name());
                case "table_schema" -> Cells.text(table.schema());
                case "table_name" -> Cells.text(table.name());
                case "column_name" -> Cells.text(columns.get(position));
                case "ordinal_position" -> Cells.number(position + 1);
                case "table_catalog", "constraint_catalog" -> Cells.unknown();
                default -> Cells.none();
              });
    }
  }
}
