package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Triggers: dropped and created in one transaction when more than their state changes. */
final class TriggerRule implements Rule<Trigger> {
  @Override
  public List<Action> create(Trigger trigger, Scene scene) {
    var statements = new ArrayList<String>();
    statements.add(TriggerText.create(trigger));
    if (trigger.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(trigger, "", scene));
    }
    return List.of(
        Action.of(Verb.CREATE, trigger.id(), "create " + trigger.id(), Sql.statements(statements))
            .resolvingNames()
            .locking(Lock.SHARE_ROW_EXCLUSIVE)
            .guarded(
                Guard.when("NOT " + has(trigger, "true")).orElse(has(trigger, function(trigger)))));
  }

  @Override
  public List<Action> drop(Trigger trigger, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                trigger.id(),
                "drop " + trigger.id(),
                "DROP TRIGGER " + quote(trigger.id().name()) + " ON " + Sql.owner(trigger.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(has(trigger, "true")));
  }

  @Override
  public Change change(Trigger before, Trigger after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("enabled"))) {
      return new Change.InPlace(
          List.of(
              Action.of(
                      Verb.ALTER,
                      after.id(),
                      (after.enabled() == Trigger.Enabled.DISABLED ? "disable " : "enable ")
                          + after.id(),
                      enable(after, PartitionTriggerRule.agree(after, scene) ? "" : "ONLY ", scene))
                  .locking(Lock.SHARE_ROW_EXCLUSIVE)
                  .when(has(before, "t.tgenabled = '" + code(before.enabled()) + "'"))));
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(stillOld(before, attribute));
    }
    return new Change.Rebuild(has(before, Shape.all(old)), false);
  }

  private static String stillOld(Trigger trigger, String attribute) {
    return switch (attribute) {
      case "timing", "events", "forEachRow" -> "t.tgtype = " + type(trigger);
      case "updateColumns" ->
          "ARRAY(SELECT a.attname::text FROM unnest(t.tgattr::int2[]) u JOIN pg_attribute a ON"
              + " a.attrelid = t.tgrelid AND a.attnum = u ORDER BY 1) = ARRAY(SELECT x FROM unnest("
              + Shape.textArray(trigger.updateColumns())
              + ") x ORDER BY 1)";
      case "constraint" -> trigger.constraint() ? "t.tgconstraint <> 0" : "t.tgconstraint = 0";
      case "deferral" ->
          "(t.tgdeferrable, t.tginitdeferred) = ("
              + (trigger.deferral() != Deferral.NOT_DEFERRABLE)
              + ", "
              + (trigger.deferral() == Deferral.INITIALLY_DEFERRED)
              + ")";
      case "referenced" ->
          trigger
              .referenced()
              .map(table -> "t.tgconstrrelid = " + Shape.relation(table.schema(), table.name()))
              .orElse("t.tgconstrrelid = 0");
      case "oldTable" -> name("t.tgoldtable", trigger.oldTable());
      case "newTable" -> name("t.tgnewtable", trigger.newTable());
      case "condition" ->
          trigger
              .condition()
              .map(
                  condition ->
                      "position("
                          + literal("WHEN" + Shape.words(condition.sql()) + "EXECUTE")
                          + " in "
                          + Shape.wordsOf("pg_get_triggerdef(t.oid)")
                          + ") > 0")
              .orElse("t.tgqual IS NULL");
      case "function" -> function(trigger);
      case "arguments" -> "t.tgargs = decode('" + arguments(trigger) + "', 'hex')";
      case "enabled" -> "t.tgenabled = '" + code(trigger.enabled()) + "'";
      default -> "true";
    };
  }

  private static String name(String column, java.util.Optional<String> name) {
    return name.map(value -> column + " = " + literal(value)).orElse(column + " IS NULL");
  }

  private static String function(Trigger trigger) {
    return "t.tgfoid IN (SELECT oid FROM pg_proc WHERE proname = "
        + literal(trigger.function().name())
        + (trigger.function().schema().isEmpty()
            ? ")"
            : " AND pronamespace = to_regnamespace("
                + literal(quote(trigger.function().schema()))
                + "))");
  }

  /** The bits of pg_trigger.tgtype (catalog/pg_trigger.h). */
  private static int type(Trigger trigger) {
    int bits = trigger.forEachRow() ? 1 : 0;
    bits |= trigger.timing().equals("before") ? 2 : 0;
    bits |= trigger.timing().equals("instead of") ? 64 : 0;
    for (String event : trigger.events()) {
      bits |=
          switch (event) {
            case "insert" -> 4;
            case "delete" -> 8;
            case "update" -> 16;
            default -> 32;
          };
    }
    return bits;
  }

  private static String arguments(Trigger trigger) {
    return trigger.arguments().stream()
        .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "00")
        .collect(Collectors.joining());
  }

  private static String enable(Trigger trigger, String only, Scene scene) {
    boolean onView =
        scene
            .target()
            .relation(trigger.id().schema(), trigger.id().parent())
            .map(relation -> relation.id().kind() == Kind.VIEW)
            .orElse(false);
    return (onView ? "ALTER VIEW " : "ALTER TABLE " + only)
        + Sql.owner(trigger.id())
        + " "
        + state(trigger.enabled())
        + " TRIGGER "
        + quote(trigger.id().name());
  }

  static String state(Trigger.Enabled enabled) {
    return switch (enabled) {
      case ORIGIN -> "ENABLE";
      case DISABLED -> "DISABLE";
      case REPLICA -> "ENABLE REPLICA";
      case ALWAYS -> "ENABLE ALWAYS";
    };
  }

  static char code(Trigger.Enabled enabled) {
    return switch (enabled) {
      case ORIGIN -> 'O';
      case DISABLED -> 'D';
      case REPLICA -> 'R';
      case ALWAYS -> 'A';
    };
  }

  private static String has(Trigger trigger, String condition) {
    ObjectId id = trigger.id();
    return "EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = "
        + Shape.owner(id)
        + " AND t.tgname = "
        + literal(id.name())
        + " AND NOT t.tgisinternal AND coalesce(to_jsonb(t)->>'tgparentid', '0') = '0'\n   AND "
        + condition
        + ")";
  }
}
