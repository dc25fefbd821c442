package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Storage, compression, statistics target and options of a column. */
final class ColumnSettings {
  private static final Map<String, String> STORAGE =
      Map.of("plain", "p", "external", "e", "extended", "x", "main", "m");

  private ColumnSettings() {}

  static List<Action> change(Column before, Column after, Set<String> attributes) {
    var actions = new ArrayList<Action>();
    if (attributes.contains("storage")) {
      String old =
          before
              .storage()
              .map(storage -> "a.attstorage = '" + STORAGE.get(storage) + "'")
              .orElse("a.attstorage = (SELECT typstorage FROM pg_type WHERE oid = a.atttypid)");
      actions.add(
          (after.storage().isPresent()
                  ? action(
                      after,
                      "storage",
                      "SET STORAGE " + after.storage().get(),
                      Lock.ACCESS_EXCLUSIVE)
                  : typeStorage(after))
              .when(Shape.columnHas(after.id(), old)));
    }
    if (attributes.contains("compression")) {
      String old =
          before
              .compression()
              .map(method -> "a.attcompression = '" + method.charAt(0) + "'")
              .orElse("a.attcompression = ''");
      actions.add(
          action(
                  after,
                  "compression",
                  "SET COMPRESSION " + after.compression().orElse("default"),
                  Lock.ACCESS_EXCLUSIVE)
              .when(Shape.columnHas(after.id(), old)));
    }
    if (attributes.contains("statistics")) {
      actions.add(
          action(
                  after,
                  "statistics target",
                  "SET STATISTICS " + after.statistics().orElse(-1),
                  Lock.SHARE_UPDATE_EXCLUSIVE)
              .when(
                  Shape.columnHas(
                      after.id(),
                      "coalesce(a.attstattarget, -1) = " + before.statistics().orElse(-1))));
    }
    if (attributes.contains("options")) {
      actions.addAll(options(before, after));
    }
    return actions;
  }

  private static List<Action> options(Column before, Column after) {
    var actions = new ArrayList<Action>();
    SortedMap<String, String> old = ForeignOptionText.own(before.options());
    SortedMap<String, String> now = ForeignOptionText.own(after.options());
    if (!old.equals(now)) {
      actions.add(ownOptions(after, old, now));
    }
    SortedMap<String, String> oldForeign = ForeignOptionText.foreign(before.options());
    SortedMap<String, String> foreign = ForeignOptionText.foreign(after.options());
    if (!oldForeign.equals(foreign)) {
      actions.add(
          action(
                  after,
                  "wrapper's options",
                  ForeignOptionText.change(oldForeign, foreign),
                  Lock.ACCESS_EXCLUSIVE)
              .when(
                  Shape.columnHas(
                      after.id(), ForeignOptionText.are("a.attfdwoptions", oldForeign))));
    }
    return actions;
  }

  private static Action ownOptions(
      Column after, SortedMap<String, String> old, SortedMap<String, String> now) {
    var clauses = new ArrayList<String>();
    String alter = "ALTER COLUMN " + quote(after.id().name());
    old.keySet()
        .forEach(
            name -> {
              if (!now.containsKey(name)) {
                clauses.add(alter + " RESET (" + name + ")");
              }
            });
    now.forEach((name, value) -> clauses.add(alter + " SET (" + name + " = " + value + ")"));
    return Action.of(
            Verb.ALTER,
            after.id(),
            "change the options of " + after.id(),
            ColumnRule.alter(after) + String.join(",\n  ", clauses))
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
        .when(Shape.columnHas(after.id(), ForeignOptionText.are("a.attoptions", old)));
  }

  /** SET STORAGE DEFAULT, which is only there from 16 on. */
  private static Action typeStorage(Column column) {
    String name = quote(column.id().name());
    String words =
        "CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE"
            + " 'extended' END";
    return Action.of(
            Verb.ALTER,
            column.id(),
            "change the storage of " + column.id(),
            "EXECUTE (SELECT "
                + literal(ColumnRule.alter(column) + "ALTER COLUMN " + name + " SET STORAGE ")
                + " || "
                + words
                + "\n"
                + "      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid"
                + " = "
                + Shape.owner(column.id())
                + " AND a.attname = "
                + literal(column.id().name())
                + ")")
        .locking(Lock.ACCESS_EXCLUSIVE);
  }

  private static Action action(Column column, String what, String clause, Lock lock) {
    return Action.of(
            Verb.ALTER,
            column.id(),
            "change the " + what + " of " + column.id(),
            ColumnRule.alter(column) + "ALTER COLUMN " + quote(column.id().name()) + " " + clause)
        .locking(lock);
  }
}
