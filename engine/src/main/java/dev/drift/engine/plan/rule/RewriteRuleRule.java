package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules: replaced when more than their state changes. */
final class RewriteRuleRule implements Rule<RewriteRule> {
  @Override
  public List<Action> create(RewriteRule rule, Scene scene) {
    var statements = new ArrayList<>(List.of(text(rule, "CREATE RULE ")));
    if (rule.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(rule));
    }
    return List.of(
        Action.of(Verb.CREATE, rule.id(), "create " + rule.id(), Sql.statements(statements))
            .resolvingNames()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .hazard(Hazard.CHANGES_ACCESS)
            .when("NOT " + has(rule, "true")));
  }

  @Override
  public List<Action> drop(RewriteRule rule, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                rule.id(),
                "drop " + rule.id(),
                "DROP RULE " + quote(rule.id().name()) + " ON " + Sql.owner(rule.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .hazard(Hazard.CHANGES_ACCESS)
            .when(has(rule, "true")));
  }

  @Override
  public Change change(RewriteRule before, RewriteRule after, Set<String> attributes, Scene scene) {
    var actions = new ArrayList<Action>();
    if (!attributes.equals(Set.of("enabled"))) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "replace " + after.id(),
                  text(after, "CREATE OR REPLACE RULE "))
              .resolvingNames()
              .locking(Lock.ACCESS_EXCLUSIVE)
              .hazard(Hazard.CHANGES_ACCESS));
    }
    if (attributes.contains("enabled")) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  (after.enabled() == Trigger.Enabled.DISABLED ? "disable " : "enable ")
                      + after.id(),
                  enable(after))
              .locking(Lock.ACCESS_EXCLUSIVE)
              .hazard(Hazard.CHANGES_ACCESS)
              .when(has(before, "r.ev_enabled = '" + States.code(before.enabled()) + "'")));
    }
    return new Change.InPlace(actions);
  }

  private static String text(RewriteRule rule, String create) {
    var sql = new StringBuilder(create + quote(rule.id().name()) + " AS ON ");
    sql.append(rule.event().toUpperCase(Locale.ROOT)).append(" TO ").append(Sql.owner(rule.id()));
    rule.condition().ifPresent(where -> sql.append("\n  WHERE (").append(where).append(')'));
    sql.append(rule.instead() ? "\n  DO INSTEAD " : "\n  DO ALSO ");
    return switch (rule.commands().size()) {
      case 0 -> sql.append("NOTHING").toString();
      case 1 -> sql.append(rule.commands().getFirst()).toString();
      default ->
          rule.commands().stream()
              .map(Query::sql)
              .collect(Collectors.joining(";\n  ", sql + "(\n  ", ")"));
    };
  }

  private static String enable(RewriteRule rule) {
    return "ALTER TABLE "
        + Sql.owner(rule.id())
        + " "
        + States.words(rule.enabled())
        + " RULE "
        + quote(rule.id().name());
  }

  private static String has(RewriteRule rule, String condition) {
    return "EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = "
        + Shape.owner(rule.id())
        + " AND r.rulename = "
        + literal(rule.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
