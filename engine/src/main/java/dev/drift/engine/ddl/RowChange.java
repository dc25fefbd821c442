package dev.drift.engine.ddl;

import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ObjectId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a statement does to the rows of tables, as far as it can be read from it. */
sealed interface RowChange {

  /**
   * Rows with constant values; those that have others are left out.
   *
   * @param onConflict what happens where a row is there
   * @param origins where each row stands
   */
  record Inserted(
      ObjectId table,
      List<SortedMap<String, RowConstant>> rows,
      List<Origin> origins,
      OnConflict onConflict)
      implements RowChange {
    public Inserted {
      rows = List.copyOf(rows);
      origins = List.copyOf(origins);
    }
  }

  /**
   * The ON CONFLICT clause.
   *
   * @param columns of the key that it names; empty if it names none
   * @param set what becomes of the row that is there: to the new row's column or a constant; empty
   *     for DO NOTHING
   */
  record OnConflict(List<String> columns, Optional<SortedMap<String, Setting>> set) {
    static final OnConflict NONE = new OnConflict(List.of(), Optional.empty());

    public OnConflict {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What a column is set to.
   *
   * @param sql the expression, as written
   * @param excluded the column, if it is {@code EXCLUDED.column}
   * @param constant if it is one
   */
  record Setting(String sql, Optional<String> excluded, Optional<RowConstant> constant) {

    /** {@return the same where it is not certain that the column is set} */
    Setting uncertain() {
      return new Setting(sql, Optional.empty(), Optional.empty());
    }
  }

  /** UPDATE of one table by itself. */
  record Updated(ObjectId table, SortedMap<String, Setting> set, Selection where)
      implements RowChange {}

  /** DELETE, or TRUNCATE of a table that nothing refers to. */
  record Deleted(ObjectId table, Selection where) implements RowChange {}

  /** Nothing is certain any more of the rows of these tables; if empty, of any table's. */
  record Lost(Optional<Set<ObjectId>> tables) implements RowChange {}

  /**
   * Which rows a condition means.
   *
   * @param values to each column the values of which it must have one; none means all rows. NULL
   *     stands for IS NULL
   * @param certain whether the condition says no more than that
   */
  record Selection(SortedMap<String, List<RowConstant>> values, boolean certain) {
    static final Selection ALL = new Selection(Collections.emptySortedMap(), true);
    static final Selection UNKNOWN = new Selection(Collections.emptySortedMap(), false);

    public Selection {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** {@return whether it means all rows, or those without a value of {@code column}} */
    boolean isAllOrNulls(String column) {
      return certain
          && (values.isEmpty() || values.equals(Map.of(column, List.of(RowConstant.NULL))));
    }
  }
}
