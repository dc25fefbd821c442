package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Identifiers;
import java.util.List;

/** Views and materialized views. */
final class ViewDdl {
  private final World world;
  private final QueryDdl queries;

  ViewDdl(World world) {
    this.world = world;
    this.queries = new QueryDdl(world);
  }

  String statement() {
    return switch (world.number(10)) {
      case 0, 1, 2 -> create();
      case 3 -> materialized();
      case 4 -> rename();
      case 5 -> drop();
      case 6 ->
          "CREATE OR REPLACE VIEW " + world.sql(world.any(Kind.VIEW).id()) + " AS " + replacement();
      case 7 -> ofMaterialized();
      case 8 -> column();
      default -> alter();
    };
  }

  private String create() {
    return "CREATE "
        + world.maybe(30, "OR REPLACE ")
        + "VIEW "
        + world.newName("v")
        + world.maybe(10, " (" + world.name() + "_1)")
        + world.maybe(
            10, world.either(" WITH (security_barrier)", " WITH (security_barrier = off)"))
        + " AS "
        + queries.query()
        + world.maybe(5, world.either(" WITH CHECK OPTION", " WITH LOCAL CHECK OPTION"));
  }

  private String materialized() {
    return "CREATE MATERIALIZED VIEW "
        + world.maybe(20, "IF NOT EXISTS ")
        + world.newName("m")
        + world.maybe(10, " WITH (fillfactor = 60)")
        + " AS "
        + queries.query()
        + world.maybe(30, " WITH NO DATA");
  }

  /** The same query, one that has more columns, or any. */
  private String replacement() {
    View view = (View) world.any(Kind.VIEW);
    return world.chance(50)
        ? queries.query()
        : "SELECT x.*, 1 AS more FROM (" + view.query().sql() + ") x";
  }

  private SchemaObject any() {
    return world.any(Kind.VIEW, Kind.MATERIALIZED_VIEW);
  }

  private static List<String> columns(SchemaObject view) {
    return view instanceof View plain ? plain.columns() : ((MaterializedView) view).columns();
  }

  private String rename() {
    SchemaObject view = any();
    return "ALTER "
        + words(view)
        + world.sql(view.id())
        + (world.chance(50)
            ? " RENAME TO " + world.name("_v")
            : " RENAME COLUMN "
                + Identifiers.quote(world.pick(columns(view)))
                + " TO "
                + world.name());
  }

  private static String words(SchemaObject view) {
    return view instanceof View ? "VIEW " : "MATERIALIZED VIEW ";
  }

  private String drop() {
    SchemaObject view = any();
    return "DROP " + words(view) + world.sql(view.id()) + world.maybe(50, " CASCADE");
  }

  private String alter() {
    SchemaObject view = any();
    String head = "ALTER " + words(view) + world.sql(view.id());
    return view instanceof View
        ? head
            + world.either(
                " SET SCHEMA " + world.schema(),
                " SET (security_barrier = true)",
                world.major() >= 15 ? " SET (security_invoker)" : " RESET (security_barrier)",
                " RESET (security_barrier, check_option)",
                " OWNER TO CURRENT_USER")
        : head
            + world.either(
                " SET SCHEMA " + world.schema(),
                " SET (fillfactor = 70)",
                " RESET (fillfactor)",
                " SET WITHOUT CLUSTER",
                " OWNER TO CURRENT_USER");
  }

  private String column() {
    SchemaObject view = any();
    String column = Identifiers.quote(world.pick(columns(view)));
    String head = "ALTER " + words(view) + world.sql(view.id()) + " ALTER COLUMN " + column;
    if (world.chance(40)) {
      String on = world.sql(view.id()) + "." + column;
      return "COMMENT ON COLUMN " + on + " IS " + world.either("'said of it'", "NULL");
    }
    return view instanceof View
        ? head + world.either(" SET DEFAULT NULL", " SET DEFAULT 7", " DROP DEFAULT")
        : head
            + world.either(" SET STATISTICS 20", " SET STORAGE EXTERNAL", " SET (n_distinct = 4)");
  }

  private String ofMaterialized() {
    var view = (MaterializedView) world.any(Kind.MATERIALIZED_VIEW);
    ObjectId id = view.id();
    String column = Identifiers.quote(world.pick(view.columns()));
    return world.oneOf(
        () -> "REFRESH MATERIALIZED VIEW " + world.sql(id) + world.maybe(30, " WITH NO DATA"),
        () ->
            "CREATE "
                + world.maybe(40, "UNIQUE ")
                + "INDEX "
                + world.maybe(50, world.name("_midx") + " ")
                + "ON "
                + world.sql(id)
                + " ("
                + column
                + world.maybe(20, " DESC")
                + ")",
        () -> {
          SchemaObject index = world.child(id, Kind.INDEX);
          return "CLUSTER " + world.sql(id) + " USING " + World.quoted(index.id());
        });
  }
}
