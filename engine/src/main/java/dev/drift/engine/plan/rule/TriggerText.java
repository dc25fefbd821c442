package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Trigger;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a trigger is written. */
final class TriggerText {
  private TriggerText() {}

  static String create(Trigger trigger) {
    var sql =
        new StringBuilder(trigger.constraint() ? "CREATE CONSTRAINT TRIGGER " : "CREATE TRIGGER ");
    sql.append(quote(trigger.id().name())).append("\n  ");
    sql.append(trigger.timing().toUpperCase(Locale.ROOT)).append(' ');
    sql.append(
        trigger.events().stream()
            .map(event -> event(event, trigger))
            .collect(Collectors.joining(" OR ")));
    sql.append(" ON ").append(Sql.owner(trigger.id()));
    trigger.referenced().ifPresent(table -> sql.append(" FROM ").append(Sql.name(table)));
    sql.append(Sql.deferral(trigger.deferral()));
    if (trigger.oldTable().isPresent() || trigger.newTable().isPresent()) {
      sql.append(" REFERENCING");
      trigger.oldTable().ifPresent(name -> sql.append(" OLD TABLE AS ").append(quote(name)));
      trigger.newTable().ifPresent(name -> sql.append(" NEW TABLE AS ").append(quote(name)));
    }
    sql.append("\n  FOR EACH ").append(trigger.forEachRow() ? "ROW" : "STATEMENT");
    trigger.condition().ifPresent(when -> sql.append(" WHEN (").append(when).append(')'));
    sql.append(" EXECUTE FUNCTION ").append(Sql.name(trigger.function())).append('(');
    sql.append(
        trigger.arguments().stream()
            .map(argument -> literal(argument))
            .collect(Collectors.joining(", ")));
    return sql.append(')').toString();
  }

  private static String event(String event, Trigger trigger) {
    String columns =
        event.equals("update") && !trigger.updateColumns().isEmpty()
            ? " OF " + Sql.names(trigger.updateColumns())
            : "";
    return event.toUpperCase(Locale.ROOT) + columns;
  }
}
