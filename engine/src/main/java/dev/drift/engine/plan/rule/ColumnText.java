package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Column.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a column is written in CREATE TABLE and ADD COLUMN. */
final class ColumnText {
  private ColumnText() {}

  /** {@return name, type and constraints}; NOT NULL as the column says */
  static String definition(Column column) {
    return definition(column, column.notNull() && !NotNullText.isNotValid(column));
  }

  /** {@return name, type and constraints, NOT NULL only if {@code notNull}} */
  static String definition(Column column, boolean notNull) {
    var sql = new StringBuilder(quote(column.id().name()) + " " + Types.sql(column.type()));
    sql.append(ForeignOptionText.clause(ForeignOptionText.foreign(column.options())));
    column.collation().ifPresent(name -> sql.append(" COLLATE ").append(Sql.name(name)));
    if (notNull) {
      sql.append(NotNullText.clause(column));
    }
    column.defaultValue().ifPresent(value -> sql.append(" DEFAULT ").append(Sql.operand(value)));
    column
        .generated()
        .ifPresent(
            generated ->
                sql.append(" GENERATED ALWAYS AS (")
                    .append(generated.expression())
                    .append(generated.stored() ? ") STORED" : ") VIRTUAL"));
    column.identity().ifPresent(identity -> sql.append(' ').append(identity(identity)));
    return sql.toString();
  }

  /** {@return {@code GENERATED … AS IDENTITY (…)}} */
  static String identity(Identity identity) {
    return "GENERATED "
        + (identity.always() ? "ALWAYS" : "BY DEFAULT")
        + " AS IDENTITY (SEQUENCE NAME "
        + Sql.name(identity.sequence())
        + SequenceRule.options(identity.options()).replaceFirst("^ AS \\w+", "")
        + ")";
  }

  /** {@return the clauses, a comma before each, for what ALTER TYPE sets back} */
  static String afterRetyping(Column column) {
    String alter = ",\n  ALTER COLUMN " + quote(column.id().name()) + " ";
    return column.storage().map(storage -> alter + "SET STORAGE " + storage).orElse("")
        + column.compression().map(method -> alter + "SET COMPRESSION " + method).orElse("");
  }

  /** {@return {@code ALTER COLUMN …} clauses for what no column definition can say} */
  static List<String> settings(Column column) {
    var clauses = new ArrayList<String>();
    String alter = "ALTER COLUMN " + quote(column.id().name()) + " ";
    column.storage().ifPresent(storage -> clauses.add(alter + "SET STORAGE " + storage));
    column
        .compression()
        .ifPresent(compression -> clauses.add(alter + "SET COMPRESSION " + compression));
    column.statistics().ifPresent(target -> clauses.add(alter + "SET STATISTICS " + target));
    for (Map.Entry<String, String> option : ForeignOptionText.own(column.options()).entrySet()) {
      clauses.add(alter + "SET (" + option.getKey() + " = " + option.getValue() + ")");
    }
    return clauses;
  }
}
