package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.EventTrigger;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Event triggers: dropped and created when more than their state changes. */
final class EventTriggerRule implements Rule<EventTrigger> {
  @Override
  public List<Action> create(EventTrigger trigger, Scene scene) {
    String tags =
        trigger.tags().isEmpty()
            ? ""
            : trigger.tags().stream()
                .map(tag -> literal(tag))
                .collect(Collectors.joining(", ", "\n  WHEN TAG IN (", ")"));
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE EVENT TRIGGER "
            + quote(trigger.id().name())
            + " ON "
            + trigger.event()
            + tags
            + "\n  EXECUTE FUNCTION "
            + Sql.name(trigger.function())
            + "()");
    if (trigger.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(trigger));
    }
    return List.of(
        Action.of(Verb.CREATE, trigger.id(), "create " + trigger.id(), Sql.statements(statements))
            .resolvingNames()
            .when("NOT " + has(trigger, "true")));
  }

  @Override
  public List<Action> drop(EventTrigger trigger, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                trigger.id(),
                "drop " + trigger.id(),
                "DROP EVENT TRIGGER " + quote(trigger.id().name()))
            .when(has(trigger, "true")));
  }

  @Override
  public Change change(
      EventTrigger before, EventTrigger after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("enabled"))) {
      return new Change.InPlace(
          List.of(
              Action.of(
                      Verb.ALTER,
                      after.id(),
                      (after.enabled() == Trigger.Enabled.DISABLED ? "disable " : "enable ")
                          + after.id(),
                      enable(after))
                  .when(has(before, "t.evtenabled = '" + States.code(before.enabled()) + "'"))));
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(
          switch (attribute) {
            case "event" -> "t.evtevent = " + literal(before.event());
            case "tags" ->
                "ARRAY(SELECT x FROM unnest(t.evttags) x ORDER BY 1) = ARRAY(SELECT x FROM unnest("
                    + Shape.textArray(before.tags())
                    + ") x ORDER BY 1)";
            case "function" ->
                "t.evtfoid IN (SELECT oid FROM pg_proc WHERE proname = "
                    + literal(before.function().name())
                    + (before.function().schema().isEmpty()
                        ? ")"
                        : " AND pronamespace = to_regnamespace("
                            + literal(quote(before.function().schema()))
                            + "))");
            case "enabled" -> "t.evtenabled = '" + States.code(before.enabled()) + "'";
            default -> "true";
          });
    }
    return new Change.Rebuild(has(before, Shape.all(old)), false);
  }

  private static String enable(EventTrigger trigger) {
    return "ALTER EVENT TRIGGER "
        + quote(trigger.id().name())
        + " "
        + States.words(trigger.enabled());
  }

  private static String has(EventTrigger trigger, String condition) {
    return "EXISTS (SELECT FROM pg_event_trigger t WHERE t.evtname = "
        + literal(trigger.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
