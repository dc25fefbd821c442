package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Subscription;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Subscriptions: made without connecting, so that slots and copying stay in the user's hands. */
final class SubscriptionRule implements Rule<Subscription> {
  private static final Map<String, String> USUAL =
      Map.of(
          "binary", "false",
          "two_phase", "false",
          "disable_on_error", "false",
          "password_required", "true",
          "run_as_owner", "false",
          "failover", "false",
          "origin", "any",
          "synchronous_commit", "off");

  @Override
  public List<Action> create(Subscription subscription, Scene scene) {
    var options = new TreeMap<>(subscription.options());
    options.remove("enabled");
    options.putIfAbsent("slot_name", subscription.id().name());
    options.put("connect", "false");
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE SUBSCRIPTION "
            + quote(subscription.id().name())
            + "\n  CONNECTION "
            + literal(subscription.connection())
            + "\n  PUBLICATION "
            + Sql.names(subscription.publications())
            + "\n  WITH ("
            + parameters(options)
            + ")");
    if (!subscription.options().containsKey("enabled")) {
      statements.add("ALTER SUBSCRIPTION " + quote(subscription.id().name()) + " ENABLE");
    }
    return List.of(
        Action.of(
                Verb.CREATE,
                subscription.id(),
                "create " + subscription.id(),
                Sql.statements(statements))
            .when("NOT " + has(subscription, "true")));
  }

  /** The slot at the publisher, which may not be reached, is left there. */
  @Override
  public List<Action> drop(Subscription subscription, Scene scene) {
    String alter = "ALTER SUBSCRIPTION " + quote(subscription.id().name());
    return List.of(
        Action.of(
                Verb.DROP,
                subscription.id(),
                "drop " + subscription.id(),
                Sql.statements(
                    List.of(
                        alter + " DISABLE",
                        alter + " SET (slot_name = NONE)",
                        "DROP SUBSCRIPTION " + quote(subscription.id().name()))))
            .when(has(subscription, "true")));
  }

  @Override
  public Change change(
      Subscription before, Subscription after, Set<String> attributes, Scene scene) {
    var actions = new ArrayList<Action>();
    if (attributes.contains("publications")) {
      actions.add(
          alter(
                  after,
                  "SET PUBLICATION " + Sql.names(after.publications()) + " WITH (refresh = false)")
              .when(
                  has(
                      after,
                      "ARRAY(SELECT x FROM unnest(s.subpublications) x ORDER BY 1) = ARRAY(SELECT"
                          + " x FROM unnest("
                          + Shape.textArray(before.publications())
                          + ") x ORDER BY 1)")));
    }
    if (attributes.contains("options")) {
      var changed = new TreeMap<String, String>();
      before.options().keySet().forEach(name -> changed.put(name, usual(name, after, scene)));
      changed.putAll(after.options());
      boolean enabled = "true".equals(changed.getOrDefault("enabled", ""));
      String state = changed.remove("enabled");
      if (!changed.isEmpty()) {
        actions.add(alter(after, "SET (" + parameters(changed) + ")"));
      }
      if (state != null) {
        actions.add(
            alter(after, enabled ? "ENABLE" : "DISABLE")
                .when(has(after, enabled ? "NOT s.subenabled" : "s.subenabled")));
      }
    }
    return new Change.InPlace(actions);
  }

  private static String usual(String option, Subscription subscription, Scene scene) {
    return switch (option) {
      case "slot_name" -> subscription.id().name();
      case "enabled" -> "true";
      case "streaming" -> scene.major() >= 18 ? "parallel" : "false";
      default -> USUAL.getOrDefault(option, "");
    };
  }

  private static Action alter(Subscription subscription, String clause) {
    return Action.of(
        Verb.ALTER,
        subscription.id(),
        "change " + subscription.id(),
        "ALTER SUBSCRIPTION " + quote(subscription.id().name()) + " " + clause);
  }

  private static String parameters(Map<String, String> options) {
    var list = new ArrayList<String>();
    options.forEach(
        (name, value) ->
            list.add(
                name
                    + " = "
                    + (name.equals("slot_name") && value.equals("none")
                        ? "NONE"
                        : literal(value))));
    return String.join(", ", list);
  }

  private static String has(Subscription subscription, String condition) {
    return "EXISTS (SELECT FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE"
        + " d.datname = current_database() AND s.subname = "
        + literal(subscription.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
