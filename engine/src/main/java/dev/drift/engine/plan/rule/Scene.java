package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.PlanOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** {@return whether {@code part} belongs to a foreign table, whose rows are elsewhere} */
  public boolean isForeign(ObjectId part) {
    return target.named(part.schema(), part.parent()).stream()
        .anyMatch(owner -> owner.id().kind() == Kind.FOREIGN_TABLE);
  }

  /** {@return whether {@code column} comes and goes with that of a parent table} */
  public boolean followsParent(Column column) {
    ObjectId id = column.id().parentTable();
    List<ObjectId> now = parents(actual, id);
    return column.inherited()
        && now.equals(parents(target, id))
        && now.stream().noneMatch(fresh::contains);
  }

  private static List<ObjectId> parents(SchemaModel model, ObjectId id) {
    return model
        .find(id, Table.class)
        .map(
            table ->
                Stream.concat(
                        table.partitionOf().map(Table.Partition::parent).stream(),
                        table.inherits().stream())
                    .toList())
        .orElse(List.of());
  }

  /** {@return whether the relation or type that {@code part} belongs to is made by the plan} */
  public boolean isOwnerFresh(ObjectId part) {
    return target.named(part.schema(), part.parent()).stream()
        .anyMatch(owner -> owner.id().parent().isEmpty() && fresh.contains(owner.id()));
  }
}
