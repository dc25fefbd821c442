package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.EnumType;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Enums: values are added where they stand; removed or moved ones need a new type. */
final class EnumRule implements Rule<EnumType> {
  @Override
  public List<Action> create(EnumType type, Scene scene) {
    String values =
        type.values().stream().map(value -> literal(value)).collect(Collectors.joining(", "));
    return List.of(
        Action.of(
                Verb.CREATE,
                type.id(),
                "create " + type.id(),
                "CREATE TYPE " + Sql.name(type.id()) + " AS ENUM (" + values + ")")
            .guarded(Guard.when(Shape.type(type.id()) + " IS NULL").orElse(hasValues(type))));
  }

  @Override
  public List<Action> drop(EnumType type, Scene scene) {
    return List.of(
        Action.of(Verb.DROP, type.id(), "drop " + type.id(), "DROP TYPE " + Sql.name(type.id()))
            .when(Shape.isType(type.id())));
  }

  @Override
  public Change change(EnumType before, EnumType after, Set<String> attributes, Scene scene) {
    if (!isSubsequence(before.values(), after.values())) {
      return new Change.Rebuild(hasValues(before), true);
    }
    var actions = new ArrayList<Action>();
    for (int i = 0; i < after.values().size(); i++) {
      String value = after.values().get(i);
      if (before.values().contains(value)) {
        continue;
      }
      String place =
          i > 0
              ? " AFTER " + literal(after.values().get(i - 1))
              : before.values().isEmpty() ? "" : " BEFORE " + literal(before.values().getFirst());
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "add value " + value + " to " + after.id(),
                  "ALTER TYPE "
                      + Sql.name(after.id())
                      + " ADD VALUE IF NOT EXISTS "
                      + literal(value)
                      + place)
              .in(Phase.VALUES)
              .alone());
    }
    return new Change.InPlace(actions);
  }

  @Override
  public List<Action> rebuild(EnumType before, EnumType after, String stillOld, Scene scene) {
    return TypeSwap.around(
            before.id(),
            create(after, scene),
            Shape.type(before.id()) + " IS NOT NULL\n   AND (" + stillOld + ")",
            "TYPE")
        .stream()
        .map(
            action ->
                action.node().verb() == Verb.AWAY ? action.hazard(Hazard.DELETES_DATA) : action)
        .toList();
  }

  private static boolean isSubsequence(List<String> part, List<String> whole) {
    int at = 0;
    for (String value : whole) {
      if (at < part.size() && part.get(at).equals(value)) {
        at++;
      }
    }
    return at == part.size();
  }

  private static String hasValues(EnumType type) {
    return "ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = "
        + Shape.type(type.id())
        + " ORDER BY enumsortorder) = "
        + Shape.textArray(type.values());
  }
}
