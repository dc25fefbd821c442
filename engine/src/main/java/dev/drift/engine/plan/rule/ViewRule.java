package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.View;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Views: replaced where the columns stay, else dropped and created. */
final class ViewRule implements Rule<View> {
  private static final List<Kind> FACETS =
      List.of(Kind.OWNER, Kind.PRIVILEGES, Kind.COMMENT, Kind.SECURITY_LABEL);

  @Override
  public List<Action> create(View view, Scene scene) {
    return List.of(
        Action.of(Verb.CREATE, view.id(), "create " + view.id(), text(view, "CREATE VIEW "))
            .resolvingNames()
            .guarded(
                Guard.when("NOT (" + Shape.relationExists(view.id()) + ")")
                    .orElse(Shape.relationIs(view.id(), "v"))));
  }

  @Override
  public List<Action> drop(View view, Scene scene) {
    return List.of(
        Action.of(Verb.DROP, view.id(), "drop " + view.id(), "DROP VIEW " + Sql.name(view.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.relationIs(view.id(), "v")));
  }

  @Override
  public Change change(View before, View after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("options"))) {
      return new Change.InPlace(
          RelationOptions.change(after.id(), "VIEW", before.options(), after.options()));
    }
    String stillOld = stillOld(before, attributes);
    List<String> old = before.columns();
    boolean sameColumns =
        !old.isEmpty()
            && after.columns().size() >= old.size()
            && after.columns().subList(0, old.size()).equals(old);
    return sameColumns
        ? new Change.Replace(replace(after, stillOld, scene), stillOld)
        : new Change.Rebuild(stillOld, false);
  }

  /**
   * CREATE OR REPLACE keeps grants and comments; only if a column has another type it is dropped
   * after all, and gets them anew.
   */
  private static Action replace(View view, String stillOld, Scene scene) {
    String sql =
        "BEGIN\n"
            + text(view, "CREATE OR REPLACE VIEW ")
            + ";\nEXCEPTION WHEN invalid_table_definition THEN\n  DROP VIEW "
            + Sql.name(view.id())
            + ";\n"
            + text(view, "CREATE VIEW ")
            + ";\n"
            + facets(view, scene)
            + "END";
    return Action.of(Verb.ALTER, view.id(), "replace " + view.id(), sql)
        .resolvingNames()
        .locking(Lock.ACCESS_EXCLUSIVE)
        .guarded(Guard.when(stillOld).orElse(Shape.relationIs(view.id(), "v")));
  }

  /** {@return the statements that give a new view what is said of it and of its columns} */
  private static String facets(View view, Scene scene) {
    var sql = new StringBuilder();
    Stream.concat(
            FACETS.stream()
                .map(kind -> view.id().facet(kind))
                .flatMap(id -> scene.target().find(id).stream()),
            scene.target().childrenOf(view.id()).stream()
                .filter(part -> FACETS.contains(part.id().kind())))
        .flatMap(facet -> Rules.create(facet, scene).stream())
        .forEach(
            action -> {
              String statement = action.statement() + ";\n";
              sql.append(
                  action
                      .guard()
                      .when()
                      .map(condition -> "IF " + condition + " THEN\n" + statement + "END IF;\n")
                      .orElse(statement));
            });
    return sql.toString();
  }

  private static String stillOld(View before, Set<String> attributes) {
    var conditions = new ArrayList<String>();
    conditions.add(Shape.relationIs(before.id(), "v"));
    if (attributes.contains("query") || attributes.contains("columns")) {
      conditions.add(
          Shape.queryIs(
              "pg_get_viewdef(" + Shape.relation(before.id().schema(), before.id().name()) + ")",
              before.query().sql()));
    }
    return Shape.all(conditions);
  }

  private static String text(View view, String create) {
    SortedMap<String, String> options = view.options();
    String columns = view.columns().isEmpty() ? "" : " (" + Sql.names(view.columns()) + ")";
    return create + Sql.name(view.id()) + columns + Sql.with(options) + " AS\n" + view.query();
  }
}
