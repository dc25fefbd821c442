package dev.drift.engine.plan.rule;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.PlanOptions;
import java.util.Set;

/**
 * What a rule may look at.
 *
 * @param actual the schema as it is
 * @param target the schema the plan leads to: the expected one and what is kept besides
 * @param fresh the objects that the plan makes, or makes anew
 */
public record Scene(
    SchemaModel actual, SchemaModel target, PlanOptions options, Set<ObjectId> fresh) {

  /** {@return the server's major version} */
  public int major() {
    return options.serverMajor();
  }

  /** {@return whether the relation or type that {@code part} belongs to is made by the plan} */
  public boolean isOwnerFresh(ObjectId part) {
    return target.named(part.schema(), part.parent()).stream()
        .anyMatch(owner -> owner.id().parent().isEmpty() && fresh.contains(owner.id()));
  }
}
