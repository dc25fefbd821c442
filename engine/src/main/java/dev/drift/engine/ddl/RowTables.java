package dev.drift.engine.ddl;

import dev.drift.engine.ddl.RowChange.OnConflict;
import dev.drift.engine.ddl.RowChange.Selection;
import dev.drift.engine.ddl.RowChange.Setting;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ObjectId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rows known of each table, at one point of a replay. */
final class RowTables {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,40}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.,' -]*");
  private static final Pattern TRUTH = Pattern.compile("(?i)t|f|true|false|y|n|yes|no|on|off");

  /**
   * A row that was inserted.
   *
   * @param replaces whether it takes the place of an earlier one with its key
   */
  record Known(TreeMap<String, RowConstant> values, Origin origin, boolean replaces) {}

  private final Map<ObjectId, List<Known>> tables = new LinkedHashMap<>();

  /** {@return the rows, in the order of their tables' first} */
  Map<ObjectId, List<Known>> all() {
    return tables;
  }

  void insert(RowChange.Inserted inserted) {
    List<Known> rows = tables.computeIfAbsent(inserted.table(), table -> new ArrayList<>());
    OnConflict onConflict = inserted.onConflict();
    for (int i = 0; i < inserted.rows().size(); i++) {
      SortedMap<String, RowConstant> row = inserted.rows().get(i);
      int earlier = place(rows, row, onConflict.columns());
      var fresh =
          new Known(new TreeMap<>(row), inserted.origins().get(i), onConflict.set().isPresent());
      if (earlier < 0) {
        rows.add(fresh);
      } else if (onConflict.set().isPresent()) {
        Known old = rows.remove(earlier);
        changed(old.values(), onConflict.set().get(), row)
            .ifPresent(values -> rows.add(earlier, new Known(values, fresh.origin(), true)));
      }
    }
  }

  /** The place of the row with the same values in {@code columns}; -1 if there is none. */
  private static int place(
      List<Known> rows, SortedMap<String, RowConstant> row, List<String> columns) {
    for (int i = 0; i < rows.size() && !columns.isEmpty(); i++) {
      TreeMap<String, RowConstant> values = rows.get(i).values();
      if (columns.stream()
          .allMatch(
              column ->
                  row.containsKey(column)
                      && row.get(column).content().isPresent()
                      && values.containsKey(column)
                      && values.get(column).content().equals(row.get(column).content()))) {
        return i;
      }
    }
    return -1;
  }

  void update(RowChange.Updated updated) {
    List<Known> rows = tables.getOrDefault(updated.table(), List.of());
    for (int i = rows.size() - 1; i >= 0; i--) {
      Known row = rows.get(i);
      Optional<Boolean> meant = isMeant(row.values(), updated.where());
      if (meant.equals(Optional.of(false))) {
        continue;
      }
      Optional<TreeMap<String, RowConstant>> after =
          meant.isEmpty()
              ? Optional.empty()
              : changed(row.values(), updated.set(), new TreeMap<>());
      if (after.isPresent()) {
        rows.set(i, new Known(after.get(), row.origin(), row.replaces()));
      } else {
        rows.remove(i);
      }
    }
  }

  void delete(RowChange.Deleted deleted) {
    tables
        .getOrDefault(deleted.table(), new ArrayList<>())
        .removeIf(row -> isMeant(row.values(), deleted.where()).orElse(true));
  }

  void lose(ObjectId table) {
    tables.remove(table);
  }

  void loseAll() {
    tables.clear();
  }

  void rename(ObjectId from, ObjectId to) {
    Optional.ofNullable(tables.remove(from)).ifPresent(rows -> tables.put(to, rows));
  }

  void renameColumn(ObjectId table, String from, String to) {
    for (Known row : tables.getOrDefault(table, List.of())) {
      Optional.ofNullable(row.values().remove(from))
          .ifPresent(value -> row.values().put(to, value));
    }
  }

  void dropColumn(ObjectId table, String name) {
    tables.getOrDefault(table, List.of()).forEach(row -> row.values().remove(name));
  }

  /** {@return the row with these columns set; empty if to something that is not known} */
  private static Optional<TreeMap<String, RowConstant>> changed(
      TreeMap<String, RowConstant> row,
      SortedMap<String, Setting> set,
      SortedMap<String, RowConstant> excluded) {
    var after = new TreeMap<>(row);
    for (Map.Entry<String, Setting> entry : set.entrySet()) {
      Optional<RowConstant> value =
          entry
              .getValue()
              .constant()
              .or(
                  () ->
                      entry
                          .getValue()
                          .excluded()
                          .flatMap(name -> Optional.ofNullable(excluded.get(name))));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      after.put(entry.getKey(), value.get());
    }
    return Optional.of(after);
  }

  /** {@return whether {@code row} is meant; empty if that is not certain} */
  private static Optional<Boolean> isMeant(TreeMap<String, RowConstant> row, Selection where) {
    boolean certain = where.certain();
    for (Map.Entry<String, List<RowConstant>> entry : where.values().entrySet()) {
      Optional<RowConstant> value = Optional.ofNullable(row.get(entry.getKey()));
      Optional<String> there = value.flatMap(RowConstant::content);
      boolean equal = false;
      boolean unequal = there.isPresent();
      for (RowConstant wanted : entry.getValue()) {
        equal |= wanted.isNull() && value.equals(Optional.of(wanted));
        equal |= there.isPresent() && there.equals(wanted.content());
        unequal &=
            there.isPresent()
                && (wanted.isNull() || isPlainlyUnequal(there.get(), wanted.content()));
      }
      if (unequal) {
        return Optional.of(false);
      }
      certain &= equal;
    }
    return certain ? Optional.of(true) : Optional.empty();
  }

  /** Numbers that differ, or words that differ in more than their case; whatever their type. */
  private static boolean isPlainlyUnequal(String there, Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return false;
    }
    String other = wanted.get();
    if (INTEGER.matcher(there).matches() && INTEGER.matcher(other).matches()) {
      return !new BigInteger(there).equals(new BigInteger(other));
    }
    return WORD.matcher(there).matches()
        && WORD.matcher(other).matches()
        && !TRUTH.matcher(there).matches()
        && !TRUTH.matcher(other).matches()
        && !there.strip().equalsIgnoreCase(other.strip());
  }
}
