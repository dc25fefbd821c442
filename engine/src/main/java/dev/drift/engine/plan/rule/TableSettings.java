package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ALTER TABLE changes of a table itself. */
final class TableSettings {
  private TableSettings() {}

  static List<Action> change(Table before, Table after, Set<String> attributes, Scene scene) {
    var actions = new ArrayList<Action>();
    if (attributes.contains("unlogged")) {
      actions.add(
          alter(
                  after,
                  "make " + after.id() + (after.unlogged() ? " unlogged" : " logged"),
                  after.unlogged() ? "SET UNLOGGED" : "SET LOGGED")
              .doing(Work.REWRITE)
              .hazard(Hazard.REWRITES_TABLE)
              .when(has(after, "c.relpersistence = '" + (after.unlogged() ? 'p' : 'u') + "'")));
    }
    if (attributes.contains("unlogged") && scene.major() >= 15) {
      actions.addAll(sequences(after, scene));
    }
    if (attributes.contains("partitionOf")) {
      actions.addAll(Partitions.change(before, after, scene));
    }
    if (attributes.contains("inherits")) {
      actions.addAll(Partitions.inherit(before, after, scene));
    }
    if (attributes.contains("options")) {
      actions.add(options(before, after));
    }
    if (attributes.contains("rowSecurity")) {
      actions.add(
          alter(
                  after,
                  (after.rowSecurity() ? "enable" : "disable") + " row security of " + after.id(),
                  (after.rowSecurity() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY")
              .hazard(Hazard.CHANGES_ACCESS)
              .when(has(after, (after.rowSecurity() ? "NOT " : "") + "c.relrowsecurity")));
    }
    if (attributes.contains("forceRowSecurity")) {
      actions.add(
          alter(
                  after,
                  (after.forceRowSecurity() ? "force" : "no longer force")
                      + " row security of "
                      + after.id(),
                  (after.forceRowSecurity() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY")
              .hazard(Hazard.CHANGES_ACCESS)
              .when(
                  has(after, (after.forceRowSecurity() ? "NOT " : "") + "c.relforcerowsecurity")));
    }
    if (attributes.contains("replicaIdentity")) {
      actions.add(replicaIdentity(after, before.replicaIdentity()));
    }
    if (attributes.contains("clusterOn")) {
      actions.add(clusterOn(after, before.clusterOn()));
    }
    if (attributes.contains("accessMethod") && scene.major() >= 15) {
      String method = after.accessMethod().orElse("heap");
      actions.add(
          alter(
                  after,
                  "change the access method of " + after.id(),
                  "SET ACCESS METHOD " + quote(method))
              .doing(Work.REWRITE)
              .hazard(Hazard.REWRITES_TABLE)
              .when(
                  has(
                      after,
                      "c.relam <> (SELECT oid FROM pg_am WHERE amname = "
                          + literal(method)
                          + ")")));
    }
    if (attributes.contains("foreign")) {
      var old = before.foreign().orElseThrow().options();
      actions.add(
          alter(
                  after,
                  "change the wrapper's options of " + after.id(),
                  ForeignOptionText.change(old, after.foreign().orElseThrow().options()))
              .when(
                  "EXISTS (SELECT FROM pg_foreign_table f WHERE f.ftrelid = "
                      + Shape.relation(after.id().schema(), after.id().name())
                      + " AND "
                      + ForeignOptionText.are("f.ftoptions", old)
                      + ")"));
    }
    if (attributes.contains("tablespace")) {
      String space = after.tablespace().orElse("pg_default");
      actions.add(
          alter(after, "move " + after.id() + " to " + space, "SET TABLESPACE " + quote(space))
              .doing(Work.REWRITE)
              .hazard(Hazard.REWRITES_TABLE)
              .when(
                  has(
                      after,
                      before
                          .tablespace()
                          .map(
                              old ->
                                  "c.reltablespace = (SELECT oid FROM pg_tablespace WHERE spcname ="
                                      + " "
                                      + literal(old)
                                      + ")")
                          .orElse("c.reltablespace = 0"))));
    }
    if (attributes.contains("ofType")) {
      actions.add(
          alter(
                  after,
                  "change the type of " + after.id(),
                  after.ofType().map(type -> "OF " + Types.sql(type)).orElse("NOT OF"))
              .when(
                  has(
                      after,
                      (after.ofType().isPresent() ? "c.reloftype = 0" : "c.reloftype <> 0"))));
    }
    return actions;
  }

  /** From version 15 a table's own sequences become unlogged and logged with it. */
  private static List<Action> sequences(Table table, Scene scene) {
    return scene.target().ofKind(Kind.SEQUENCE).stream()
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .filter(sequence -> sequence.unlogged() != table.unlogged())
        .filter(
            sequence ->
                sequence.ownedBy().filter(column -> column.belongsTo(table.id())).isPresent())
        .map(sequence -> SequenceRule.persist(Verb.FINISH, sequence))
        .toList();
  }

  static List<Action> use(Table table, ObjectId index) {
    var actions = new ArrayList<Action>();
    if (table.clusterOn().equals(Optional.of(index.name()))) {
      actions.add(clusterOn(table, Optional.empty()));
    }
    if (table.replicaIdentity().equals("index " + index.name())) {
      actions.add(replicaIdentity(table, table.replicaIdentity()));
    }
    return actions;
  }

  static Action replicaIdentity(Table table, String before) {
    String wanted = table.replicaIdentity();
    String sql =
        wanted.startsWith("index ")
            ? "USING INDEX " + quote(wanted.substring(6))
            : wanted.toUpperCase(java.util.Locale.ROOT);
    String old =
        before.startsWith("index ")
            ? "c.relreplident = 'i'"
            : "c.relreplident = '" + before.charAt(0) + "'";
    if (before.startsWith("index ") && wanted.startsWith("index ")) {
      old =
          "NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE"
              + " i.indrelid = c.oid AND i.indisreplident AND x.relname = "
              + literal(wanted.substring(6))
              + ")";
    }
    return alter(table, "set the replica identity of " + table.id(), "REPLICA IDENTITY " + sql)
        .at(Verb.FINISH, table.id())
        .when(has(table, old));
  }

  static Action clusterOn(Table table, Optional<String> before) {
    String clustered =
        "EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid ="
            + " c.oid AND i.indisclustered";
    String wanted =
        table
            .clusterOn()
            .map(name -> "NOT " + clustered + " AND x.relname = " + literal(name) + ")")
            .orElse(clustered + ")");
    return alter(
            table,
            "set the clustering index of " + table.id(),
            table
                .clusterOn()
                .map(name -> "CLUSTER ON " + quote(name))
                .orElse("SET WITHOUT CLUSTER"))
        .at(Verb.FINISH, table.id())
        .when(has(table, wanted));
  }

  private static Action options(Table before, Table after) {
    var clauses = new ArrayList<String>();
    List<String> gone =
        before.options().keySet().stream()
            .filter(name -> !after.options().containsKey(name))
            .map(Sql::optionName)
            .toList();
    if (!gone.isEmpty()) {
      clauses.add("RESET (" + String.join(", ", gone) + ")");
    }
    if (!after.options().isEmpty()) {
      clauses.add("SET (" + Sql.options(after.options()) + ")");
    }
    return alter(after, "change the options of " + after.id(), String.join(",\n  ", clauses))
        .when(has(after, "true"));
  }

  private static Action alter(Table table, String what, String clause) {
    return Action.of(
            Verb.ALTER, table.id(), what, "ALTER TABLE " + Sql.name(table.id()) + " " + clause)
        .locking(Lock.ACCESS_EXCLUSIVE);
  }

  private static String has(Table table, String condition) {
    return Shape.relationHas(table.id(), condition);
  }
}
