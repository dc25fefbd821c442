package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Foreign keys: added NOT VALID to tables that are there, then validated. */
final class ForeignKeyRule implements Rule<ForeignKey> {
  @Override
  public List<Action> create(ForeignKey key, Scene scene) {
    boolean later =
        key.enforced()
            && (!key.validated() || !scene.isOwnerFresh(key.id()) && !isPartitioned(key, scene));
    var actions = new ArrayList<Action>();
    actions.add(
        Constraints.add(key, later ? " NOT VALID" : "")
            .locking(Lock.SHARE_ROW_EXCLUSIVE)
            .guarded(
                Guard.when("NOT " + Shape.constraintHas(key.id(), "true"))
                    .orElse(Shape.constraintHas(key.id(), shape(key)))));
    if (later && key.validated()) {
      actions.add(Constraints.validate(key));
    }
    return actions;
  }

  @Override
  public List<Action> drop(ForeignKey key, Scene scene) {
    return List.of(Constraints.drop(key));
  }

  @Override
  public Change change(ForeignKey before, ForeignKey after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("validated")) && after.validated()) {
      return new Change.InPlace(List.of(Constraints.validate(after)));
    }
    if (attributes.equals(Set.of("deferral")) && !isPartitioned(after, scene)) {
      String wanted = Sql.deferral(after.deferral());
      return new Change.InPlace(
          List.of(
              Action.of(
                      Verb.ALTER,
                      after.id(),
                      "change when " + after.id() + " is checked",
                      Constraints.alter(after)
                          + "ALTER CONSTRAINT "
                          + quote(after.id().name())
                          + (wanted.isEmpty() ? " NOT DEFERRABLE" : wanted))
                  .locking(Lock.ACCESS_EXCLUSIVE)
                  .when(Shape.constraintHas(before.id(), KeyRule.deferralIs(before.deferral())))));
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(stillOld(before, attribute));
    }
    return new Change.Rebuild(Shape.constraintHas(before.id(), Shape.all(old)), false);
  }

  private static String stillOld(ForeignKey key, String attribute) {
    return switch (attribute) {
      case "columns", "referenced", "referencedColumns" -> shape(key);
      case "match" -> "k.confmatchtype = '" + key.match().charAt(0) + "'";
      case "onUpdate" -> "k.confupdtype = '" + code(key.onUpdate()) + "'";
      case "onDelete" -> "k.confdeltype = '" + code(key.onDelete()) + "'";
      case "setColumns" ->
          Shape.columnNames("coalesce(k.confdelsetcols, '{}')", "k.conrelid")
              + " = "
              + Shape.textArray(key.setColumns());
      case "deferral" -> KeyRule.deferralIs(key.deferral());
      case "validated" -> (key.validated() ? "" : "NOT ") + "k.convalidated";
      case "enforced" -> (key.enforced() ? "" : "NOT ") + "k.conenforced";
      case "period" -> (key.period() ? "" : "NOT ") + "k.conperiod";
      default -> "true";
    };
  }

  private static String shape(ForeignKey key) {
    return "k.contype = 'f' AND k.confrelid = "
        + Shape.relation(key.referenced().schema(), key.referenced().name())
        + "\n   AND "
        + Shape.columnNames("k.conkey", "k.conrelid")
        + " = "
        + Shape.textArray(key.columns())
        + "\n   AND "
        + Shape.columnNames("k.confkey", "k.confrelid")
        + " = "
        + Shape.textArray(key.referencedColumns());
  }

  private static char code(ForeignKey.Action action) {
    return switch (action) {
      case NO_ACTION -> 'a';
      case RESTRICT -> 'r';
      case CASCADE -> 'c';
      case SET_NULL -> 'n';
      case SET_DEFAULT -> 'd';
    };
  }

  private static boolean isPartitioned(ForeignKey key, Scene scene) {
    ObjectId table = key.id().parentTable();
    return scene
        .target()
        .find(table, Table.class)
        .map(found -> found.partitionKey().isPresent())
        .orElse(false);
  }
}
