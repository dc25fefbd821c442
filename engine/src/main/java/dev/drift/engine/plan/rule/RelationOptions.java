package dev.drift.engine.plan.rule;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** SET and RESET of storage parameters and view options. */
final class RelationOptions {
  private RelationOptions() {}

  /**
   * {@return the statements that make {@code before} to {@code after}}
   *
   * @param keyword {@code VIEW}, {@code MATERIALIZED VIEW}
   */
  static List<Action> change(
      ObjectId id,
      String keyword,
      SortedMap<String, String> before,
      SortedMap<String, String> after) {
    var actions = new ArrayList<Action>();
    String alter = "ALTER " + keyword + " " + Sql.name(id) + " ";
    List<String> gone = before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
    if (!gone.isEmpty()) {
      String names = String.join(", ", gone.stream().map(Sql::optionName).toList());
      actions.add(action(id, alter + "RESET (" + names + ")"));
    }
    if (!after.isEmpty()) {
      actions.add(action(id, alter + "SET (" + Sql.options(after) + ")"));
    }
    return actions;
  }

  private static Action action(ObjectId id, String sql) {
    return Action.of(Verb.ALTER, id, "change the options of " + id, sql)
        .locking(Lock.ACCESS_EXCLUSIVE)
        .when(Shape.relationExists(id));
  }
}
