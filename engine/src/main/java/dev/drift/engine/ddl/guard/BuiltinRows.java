package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.typing.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of what every server has in {@code pg_catalog}. How many there are of a name, and whether
 * this server's version has it, is not known: none of them is certain.
 */
final class BuiltinRows {
  private static final String SCHEMA = "pg_catalog";

  private record Builtin(String name, String nameColumn, String schemaColumn) implements Row {
    @Override
    public Optional<Value> get(String column) {
      if (column.equals(nameColumn)) {
        return Cells.text(name);
      }
      return column.equals(schemaColumn) ? schema() : column(column);
    }

    private Optional<Value> schema() {
      return schemaColumn.equals("pronamespace") ? Cells.namespace(SCHEMA) : Cells.text(SCHEMA);
    }

    private static Optional<Value> column(String column) {
      return PREFIXES.stream().anyMatch(column::startsWith) || column.equals("oid")
          ? Cells.unknown()
          : Cells.none();
    }

    @Override
    public boolean isCertain() {
      return false;
    }
  }

  private static final Set<String> PREFIXES = Set.of("pro", "routine_", "specific_", "data_type");

  private BuiltinRows() {}

  /** {@return a row for each name of a built-in function, but for those that are not wanted} */
  static List<Row> functions(String nameColumn, String schemaColumn, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    String name = wanted.get(nameColumn);
    for (String each : name == null ? Typing.builtinFunctions() : Set.of(name)) {
      if (Typing.builtinFunctions().contains(each)) {
        rows.add(new Builtin(each, nameColumn, schemaColumn));
      }
    }
    return rows;
  }
}
