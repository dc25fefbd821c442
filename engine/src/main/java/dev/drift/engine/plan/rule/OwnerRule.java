package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** Owners: what no longer has one of its own is given to whoever runs the script. */
final class OwnerRule implements Rule<Owner> {
  @Override
  public List<Action> create(Owner owner, Scene scene) {
    return Grant.isVariable(owner.role()) ? List.of() : to(Verb.CREATE, owner, owner.role(), scene);
  }

  @Override
  public List<Action> drop(Owner owner, Scene scene) {
    return to(Verb.DROP, owner, "current_user", scene);
  }

  @Override
  public Change change(Owner before, Owner after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(to(Verb.ALTER, after, after.role(), scene));
  }

  private static List<Action> to(Verb verb, Owner owner, String role, Scene scene) {
    ObjectId target = owner.target();
    if (followsTable(target, scene.actual()) && followsTable(target, scene.target())) {
      return List.of();
    }
    boolean someone = role.equals("current_user");
    Action action =
        Action.of(
                verb,
                owner.id(),
                someone
                    ? "give " + target + " to the role that runs this script"
                    : "give " + target + " to " + role + "; nothing where there is no such role",
                "ALTER " + object(target, scene) + " OWNER TO " + GrantText.role(role))
            .resolvingNames();
    if (Set.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE)
        .contains(target.kind())) {
      action = action.locking(Lock.ACCESS_EXCLUSIVE);
    }
    return List.of(someone ? action : action.when(GrantSteps.exist(List.of(role))));
  }

  /** What belongs to a column has the table's owner and gets a new one with it (tablecmds.c). */
  private static boolean followsTable(ObjectId target, SchemaModel model) {
    return model
        .find(target, Sequence.class)
        .filter(sequence -> sequence.ownedBy().isPresent())
        .isPresent();
  }

  private static String object(ObjectId target, Scene scene) {
    return switch (target.kind()) {
      case FUNCTION, PROCEDURE, AGGREGATE ->
          "ROUTINE " + RoutineText.signature(target, scene.target());
      case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, BASE_TYPE -> "TYPE " + Sql.name(target);
      default -> Addresses.to(target, scene.target());
    };
  }
}
