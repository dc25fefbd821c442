package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a table as the statement finds them. */
final class TableColumns {
  /** The columns that every table has without saying so. */
  private static final Set<String> SYSTEM =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  private TableColumns() {}

  /** {@return whether every table has a column of that name without saying so} */
  static boolean isSystem(String name) {
    return SYSTEM.contains(name);
  }

  /** {@return the columns in their order} */
  static List<Column> of(Objects objects, ObjectId table) {
    return objects.columnsOf(table);
  }

  /** {@return the columns' names} */
  static Set<String> names(Objects objects, ObjectId table) {
    var names = new TreeSet<String>();
    of(objects, table).forEach(column -> names.add(column.id().name()));
    return names;
  }

  /** {@return the column of that name; rejects or leaves as opaque if there is none} */
  static Column require(ObjectId table, String name, Token at, Context context) {
    return context
        .objects()
        .find(ObjectId.column(table, name), Column.class)
        .orElseThrow(
            () ->
                unknown(
                    table,
                    "column \"" + name + "\" of relation \"" + table.name() + "\" does not exist",
                    at,
                    context));
  }

  /** Rejects with {@code message} if a name is no column of the table; opaque if not certain. */
  static void requireAll(
      ObjectId table, List<String> names, String message, Token at, Context context) {
    for (String name : names) {
      if (!SYSTEM.contains(name) && !context.objects().contains(ObjectId.column(table, name))) {
        throw unknown(table, message.formatted(name), at, context);
      }
    }
  }

  /** {@return what to throw where the table has no such column} */
  static RuntimeException unknown(ObjectId table, String message, Token at, Context context) {
    return context.doubt().concerns(table.schema(), table.name())
        ? new OpaqueException("depends on table " + table.name(), new TreeSet<>(List.of(table)))
        : new RejectedException(message, at);
  }

  /** {@return the place of a column that is added: behind all that are and were there} */
  static int nextPosition(Objects objects, ObjectId table) {
    return of(objects, table).stream().mapToInt(Column::position).max().orElse(0) + 1;
  }
}
