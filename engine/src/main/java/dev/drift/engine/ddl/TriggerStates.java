package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code ENABLE | DISABLE [REPLICA | ALWAYS] TRIGGER | RULE name | ALL | USER}. */
final class TriggerStates {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;

  /**
   * @param only whether partitions' triggers stay as they are
   */
  TriggerStates(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  void decide(TokenReader tokens) {
    Trigger.Enabled state = state(tokens);
    if (tokens.accept("rule")) {
      rule(Named.readGlobal(tokens), state);
      return;
    }
    tokens.expect("trigger");
    Named name = Named.readGlobal(tokens);
    boolean quoted = name.at().text().startsWith("\"");
    if (!quoted && (name.plain().equals("all") || name.plain().equals("user"))) {
      for (SchemaObject child : List.copyOf(changes.objects().childrenOf(table))) {
        set(child, state);
      }
      return;
    }
    Optional<SchemaObject> found =
        changes
            .objects()
            .find(table.child(Kind.TRIGGER, name.plain()))
            .or(() -> changes.objects().find(table.child(Kind.PARTITION_TRIGGER, name.plain())));
    if (found.isPresent()) {
      set(found.get(), state);
    } else if (!mayBeInternal()) {
      throw TableColumns.unknown(
          table,
          "trigger \"" + name.plain() + "\" for table \"" + table.name() + "\" does not exist",
          name.at(),
          changes.context());
    }
  }

  /**
   * The partitions' triggers follow, whatever state they are in (trigger.c, EnableDisableTrigger).
   */
  private void set(SchemaObject object, Trigger.Enabled state) {
    if (object instanceof Trigger trigger) {
      changes.alter(trigger, with(trigger, state));
      follow(table, trigger.id(), state);
    } else if (object instanceof PartitionTrigger trigger) {
      changes.alter(trigger, new PartitionTrigger(trigger.id(), trigger.original(), state));
      follow(table, trigger.original(), state);
    }
  }

  private void follow(ObjectId partitioned, ObjectId original, Trigger.Enabled state) {
    if (only) {
      return;
    }
    for (Table heir : changes.objects().heirsOf(partitioned)) {
      changes
          .objects()
          .find(heir.id().child(Kind.PARTITION_TRIGGER, original.name()), PartitionTrigger.class)
          .filter(trigger -> trigger.original().equals(original))
          .ifPresent(
              trigger -> {
                changes.alter(trigger, new PartitionTrigger(trigger.id(), original, state));
                follow(heir.id(), original, state);
              });
    }
  }

  private void rule(Named rule, Trigger.Enabled state) {
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
  }

  /** A partition has triggers of its foreign keys' clones under names that are not known. */
  private boolean mayBeInternal() {
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
