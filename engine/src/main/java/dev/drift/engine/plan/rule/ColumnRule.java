package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns of tables that are there; those of new tables come with the table. */
final class ColumnRule implements Rule<Column> {
  @Override
  public List<Action> create(Column column, Scene scene) {
    if (scene.followsParent(column)) {
      return Heirs.ownWays(column, scene);
    }
    Optional<Column> first = FirstDefault.of(column, scene);
    return first.isPresent()
        ? List.of(add(first.get(), scene).getFirst(), Defaults.drop(column))
        : add(column, scene);
  }

  private static List<Action> add(Column column, Scene scene) {
    var actions = new ArrayList<Action>();
    boolean late = LateDefault.applies(column, scene);
    boolean fills =
        column.defaultValue().isPresent() && !late
            || column.generated().isPresent()
            || column.identity().isPresent();
    boolean rewrites =
        column.generated().map(Column.Generated::stored).orElse(false)
            || column.identity().isPresent()
            || !late
                && column
                    .defaultValue()
                    .map(value -> Volatility.isPossible(value, scene.target()))
                    .orElse(false)
            || Domains.isChecked(column.type(), scene.target());
    var sql = new StringBuilder(alter(column));
    sql.append("ADD COLUMN ")
        .append(
            ColumnText.definition(
                late ? column.withDefault(Optional.empty()) : column,
                column.notNull() && fills && !NotNullText.isNotValid(column)));
    ColumnText.settings(column).forEach(clause -> sql.append(",\n  ").append(clause));
    if (late) {
      sql.append(LateDefault.clause(column));
    }
    Action add =
        Action.of(Verb.CREATE, column.id(), "add " + column.id(), sql.toString())
            .resolvingNames()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .guarded(
                Guard.when("NOT " + Shape.columnExists(column.id()))
                    .orElse(Shape.columnHas(column.id(), hasType(column))));
    actions.add(rewrites ? add.doing(Work.REWRITE).hazard(Hazard.REWRITES_TABLE) : add);
    if (column.notNull() && (!fills || NotNullText.isNotValid(column))) {
      actions.addAll(NotNull.forbidInNew(column, scene));
    }
    return actions;
  }

  @Override
  public List<Action> drop(Column column, Scene scene) {
    if (scene.followsParent(column)) {
      return List.of();
    }
    Action drop =
        Action.of(
                Verb.DROP,
                column.id(),
                "drop " + column.id(),
                alter(column) + "DROP COLUMN " + quote(column.id().name()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .hazard(Hazard.DELETES_DATA)
            .when(Shape.columnExists(column.id()));
    return List.of(Fill.readsFrom(column, scene) ? drop.in(Phase.MOVED) : drop);
  }

  @Override
  public Change change(Column before, Column after, Set<String> attributes, Scene scene) {
    if (attributes.contains("generated") && !Generation.changesInPlace(before, after, scene)) {
      return new Change.Rebuild(Generation.stillOld(before), before.generated().isEmpty());
    }
    boolean retyped = attributes.contains("type") || attributes.contains("collation");
    if (retyped && after.generated().isPresent()) {
      return new Change.Rebuild(stillOld(before, attributes), false);
    }
    var actions = new ArrayList<Action>();
    if (attributes.contains("generated")) {
      actions.add(Generation.change(before, after));
    }
    boolean identity = attributes.contains("identity");
    if (identity && after.identity().isEmpty()) {
      actions.addAll(Identities.change(before, after, scene));
    }
    if (retyped && !scene.followsParent(after)) {
      actions.add(
          scene.isForeign(after.id())
              ? retypeForeign(before, after, attributes)
              : retype(before, after, attributes, scene));
    }
    if (identity && after.identity().isPresent()) {
      actions.addAll(Identities.change(before, after, scene));
    }
    if (attributes.contains("notNull")) {
      actions.addAll(after.notNull() ? NotNull.forbid(after, scene) : NotNull.allow(after));
    }
    if (attributes.contains("notNullConstraint")) {
      actions.addAll(NotNullConstraints.change(before, after, scene));
    }
    if (attributes.contains("defaultValue")) {
      actions.add(Defaults.change(before, after));
    }
    actions.addAll(ColumnSettings.change(before, after, attributes));
    return new Change.InPlace(actions);
  }

  /** The rows are elsewhere: nothing is converted, and nothing depends on how. */
  private static Action retypeForeign(Column before, Column after, Set<String> attributes) {
    return Action.of(
            Verb.ALTER,
            after.id(),
            "change the type of " + after.id() + " to " + Types.sql(after.type()),
            alter(after)
                + "ALTER COLUMN "
                + quote(after.id().name())
                + " TYPE "
                + Types.sql(after.type())
                + after.collation().map(collation -> " COLLATE " + Sql.name(collation)).orElse(""))
        .resolvingNames()
        .locking(Lock.ACCESS_EXCLUSIVE)
        .unsettlingDependents()
        .guarded(
            Guard.when(stillOld(before, attributes))
                .orElse(Shape.columnHas(after.id(), hasType(after))));
  }

  private static Action retype(Column before, Column after, Set<String> attributes, Scene scene) {
    TypeName from = Domains.base(before.type(), scene.actual());
    TypeName to = Domains.base(after.type(), scene.target());
    boolean checked = Domains.isChecked(after.type(), scene.target());
    String name = quote(after.id().name());
    String using = TypeChange.using(after.id().name(), from, to);
    String sql =
        alter(after)
            + "ALTER COLUMN "
            + name
            + " TYPE "
            + Types.sql(after.type())
            + after.collation().map(collation -> " COLLATE " + Sql.name(collation)).orElse("")
            + using
            + ColumnText.afterRetyping(after);
    Action action =
        Action.of(
                Verb.ALTER,
                after.id(),
                "change the type of "
                    + after.id()
                    + " from "
                    + Types.sql(before.type())
                    + " to "
                    + Types.sql(after.type()),
                sql)
            .resolvingNames()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .unsettlingDependents()
            .guarded(
                Guard.when(stillOld(before, attributes))
                    .orElse(Shape.columnHas(after.id(), hasType(after))));
    if (TypeChange.losesData(from, to)) {
      action = action.hazard(Hazard.DELETES_DATA);
    }
    if (TypeChange.mayFail(from, to) || checked) {
      action = action.hazard(Hazard.MAY_FAIL_ON_DATA);
    }
    return TypeChange.isCatalogOnly(from, to) && !checked
        ? action
        : action.doing(Work.REWRITE).hazard(Hazard.REWRITES_TABLE);
  }

  /** {@return that the column still has its old type or collation} */
  static String stillOld(Column before, Set<String> attributes) {
    if (attributes.contains("type")) {
      return Shape.columnHas(before.id(), hadType(before));
    }
    String own =
        "a.attcollation = (SELECT typcollation FROM pg_type WHERE pg_type.oid = a.atttypid)";
    String named =
        before
            .collation()
            .map(
                collation ->
                    "a.attcollation IN (SELECT oid FROM pg_collation WHERE collname = '"
                        + collation.name().replace("'", "''")
                        + "')")
            .orElse(own);
    return Shape.columnHas(before.id(), named);
  }

  /** A type that is replaced may have been set aside already. */
  private static String hadType(Column before) {
    TypeName type = before.type();
    return type.schema().isEmpty() || type.schema().equals("pg_catalog")
        ? hasType(before)
        : "("
            + hasType(before)
            + " OR "
            + Shape.typeIs("format_type(a.atttypid, a.atttypmod)", TypeSwap.away(type))
            + ")";
  }

  static String hasType(Column column) {
    return Shape.typeIs("format_type(a.atttypid, a.atttypmod)", column.type());
  }

  static String alter(Column column) {
    return "ALTER TABLE " + Sql.owner(column.id()) + " ";
  }
}
