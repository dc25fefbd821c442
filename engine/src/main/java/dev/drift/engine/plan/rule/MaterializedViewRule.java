package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Materialized views: another query means dropping and creating it, its indexes too. */
final class MaterializedViewRule implements Rule<MaterializedView> {
  @Override
  public List<Action> create(MaterializedView view, Scene scene) {
    var sql = new StringBuilder("CREATE MATERIALIZED VIEW " + Sql.name(view.id()));
    if (!view.columns().isEmpty()) {
      sql.append(" (").append(Sql.names(view.columns())).append(')');
    }
    view.accessMethod().ifPresent(method -> sql.append(" USING ").append(quote(method)));
    sql.append(Sql.with(view.options()));
    view.tablespace().ifPresent(name -> sql.append(" TABLESPACE ").append(quote(name)));
    sql.append(" AS\n").append(view.query()).append(view.unfilled() ? "\nWITH NO DATA" : "");
    Action create =
        Action.of(Verb.CREATE, view.id(), "create " + view.id(), sql.toString()).resolvingNames();
    return List.of(
        (view.unfilled() ? create : create.doing(Work.QUERY).hazard(Hazard.RUNS_QUERY))
            .guarded(
                Guard.when("NOT (" + Shape.relationExists(view.id()) + ")")
                    .orElse(Shape.relationIs(view.id(), "m"))));
  }

  @Override
  public List<Action> drop(MaterializedView view, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                view.id(),
                "drop " + view.id(),
                "DROP MATERIALIZED VIEW " + Sql.name(view.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.relationIs(view.id(), "m")));
  }

  /** Its query has not been run, or its data was left out when a dump was restored. */
  private static Action fill(MaterializedView view) {
    return Action.of(
            Verb.ALTER,
            view.id(),
            "fill " + view.id(),
            "REFRESH MATERIALIZED VIEW " + Sql.name(view.id()))
        .resolvingNames()
        .locking(Lock.ACCESS_EXCLUSIVE)
        .doing(Work.QUERY)
        .hazard(Hazard.RUNS_QUERY)
        .when(Shape.relationHas(view.id(), "c.relkind = 'm' AND NOT c.relispopulated"));
  }

  @Override
  public Change change(
      MaterializedView before, MaterializedView after, Set<String> attributes, Scene scene) {
    if (attributes.contains("unfilled") && attributes.size() == 1) {
      return new Change.InPlace(List.of(fill(after)));
    }
    if (attributes.equals(Set.of("options"))) {
      return new Change.InPlace(
          RelationOptions.change(
              after.id(), "MATERIALIZED VIEW", before.options(), after.options()));
    }
    if (Set.of("options", "tablespace").containsAll(attributes)) {
      String space = after.tablespace().orElse("pg_default");
      var actions = new ArrayList<Action>();
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "move " + after.id() + " to " + space,
                  "ALTER MATERIALIZED VIEW "
                      + Sql.name(after.id())
                      + " SET TABLESPACE "
                      + quote(space))
              .locking(Lock.ACCESS_EXCLUSIVE)
              .doing(Work.REWRITE));
      if (attributes.contains("options")) {
        actions.addAll(
            RelationOptions.change(
                after.id(), "MATERIALIZED VIEW", before.options(), after.options()));
      }
      return new Change.InPlace(actions);
    }
    var conditions = new ArrayList<String>();
    conditions.add(Shape.relationIs(before.id(), "m"));
    if (attributes.contains("query") || attributes.contains("columns")) {
      conditions.add(
          Shape.queryIs(
              "pg_get_viewdef(" + Shape.relation(before.id().schema(), before.id().name()) + ")",
              before.query().sql()));
    }
    if (attributes.contains("accessMethod")) {
      conditions.add(
          Shape.relationHas(
              before.id(),
              "(SELECT amname FROM pg_am WHERE oid = c.relam) = '"
                  + before.accessMethod().orElse("heap")
                  + "'"));
    }
    return new Change.Rebuild(Shape.all(conditions), false);
  }
}
