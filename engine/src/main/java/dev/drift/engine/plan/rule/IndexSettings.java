package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Storage parameters and tablespace of an index, its own or a constraint's. */
final class IndexSettings {
  private IndexSettings() {}

  /**
   * {@return the statements that set them}
   *
   * @param before the old storage parameters, if they differ
   * @param tablespace the new tablespace, if it differs
   */
  static List<Action> change(
      ObjectId index,
      Optional<SortedMap<String, String>> before,
      SortedMap<String, String> options,
      Optional<String> tablespace) {
    var actions = new ArrayList<Action>();
    String alter = "ALTER INDEX " + Sql.name(index) + " ";
    before.ifPresent(
        old -> {
          List<String> gone =
              old.keySet().stream().filter(name -> !options.containsKey(name)).toList();
          if (!gone.isEmpty()) {
            actions.add(
                action(index, alter + "RESET (" + Sql.names(gone) + ")")
                    .when(
                        Shape.relationHas(
                            index,
                            "EXISTS (SELECT FROM pg_options_to_table(c.reloptions) o WHERE"
                                + " o.option_name = ANY ("
                                + Shape.textArray(gone)
                                + "))")));
          }
          if (!options.isEmpty()) {
            actions.add(
                action(index, alter + "SET (" + Sql.options(options) + ")")
                    .when(
                        Shape.relationHas(
                            index,
                            "NOT coalesce(c.reloptions, '{}') @> "
                                + Shape.textArray(
                                    options.entrySet().stream()
                                        .map(option -> option.getKey() + "=" + option.getValue())
                                        .toList()))));
          }
        });
    tablespace.ifPresent(
        name ->
            actions.add(
                action(index, alter + "SET TABLESPACE " + quote(name))
                    .doing(Work.REWRITE)
                    .when(
                        Shape.relationHas(
                            index,
                            "coalesce((SELECT spcname FROM pg_tablespace WHERE oid ="
                                + " c.reltablespace), 'pg_default') <> "
                                + literal(name)))));
    return actions;
  }

  private static Action action(ObjectId index, String sql) {
    return Action.of(Verb.ALTER, index, "change the settings of " + index, sql)
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE);
  }
}
