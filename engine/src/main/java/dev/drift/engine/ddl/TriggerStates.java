package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** {@code ENABLE | DISABLE [REPLICA | ALWAYS] TRIGGER | RULE name | ALL | USER}. */
final class TriggerStates {
  private TriggerStates() {}

  static void decide(TokenReader tokens, ObjectId table, Changes changes) {
    Trigger.Enabled state = state(tokens);
    if (tokens.accept("rule")) {
      Named rule = Named.readGlobal(tokens);
      ObjectId ruleId = table.child(Kind.RULE, rule.plain());
      RewriteRule before =
          changes
              .objects()
              .find(ruleId, RewriteRule.class)
              .orElseThrow(
                  () ->
                      TableColumns.unknown(
                          table,
                          "rule \""
                              + rule.plain()
                              + "\" for relation \""
                              + table.name()
                              + "\" does not exist",
                          rule.at(),
                          changes.context()));
      changes.alter(
          before,
          new RewriteRule(
              ruleId,
              before.event(),
              before.instead(),
              before.condition(),
              before.commands(),
              state));
      return;
    }
    tokens.expect("trigger");
    Named name = Named.readGlobal(tokens);
    boolean quoted = name.at().text().startsWith("\"");
    if (!quoted && (name.plain().equals("all") || name.plain().equals("user"))) {
      for (SchemaObject child : changes.objects().childrenOf(table)) {
        if (child instanceof Trigger trigger) {
          changes.alter(trigger, with(trigger, state));
        }
      }
      return;
    }
    ObjectId id = table.child(Kind.TRIGGER, name.plain());
    Optional<Trigger> found = changes.objects().find(id, Trigger.class);
    if (found.isPresent()) {
      changes.alter(found.get(), with(found.get(), state));
    } else if (!mayBeClone(table, changes)) {
      throw TableColumns.unknown(
          table,
          "trigger \"" + name.plain() + "\" for table \"" + table.name() + "\" does not exist",
          name.at(),
          changes.context());
    }
  }

  private static boolean mayBeClone(ObjectId table, Changes changes) {
    return changes.objects().find(table, Table.class).flatMap(Table::partitionOf).isPresent();
  }

  static Trigger.Enabled state(TokenReader tokens) {
    if (tokens.accept("disable")) {
      return Trigger.Enabled.DISABLED;
    }
    tokens.expect("enable");
    if (tokens.accept("replica")) {
      return Trigger.Enabled.REPLICA;
    }
    return tokens.accept("always") ? Trigger.Enabled.ALWAYS : Trigger.Enabled.ORIGIN;
  }

  private static Trigger with(Trigger trigger, Trigger.Enabled state) {
    return new Trigger(
        trigger.id(),
        trigger.timing(),
        trigger.events(),
        trigger.updateColumns(),
        trigger.forEachRow(),
        trigger.constraint(),
        trigger.deferral(),
        trigger.referenced(),
        trigger.oldTable(),
        trigger.newTable(),
        trigger.condition(),
        trigger.function(),
        trigger.arguments(),
        state);
  }
}
