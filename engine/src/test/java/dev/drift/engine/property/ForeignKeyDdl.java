package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Foreign keys to keys that there are, of several columns. */
final class ForeignKeyDdl {
  private final World world;

  ForeignKeyDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(this::create, this::create, this::change);
  }

  /** Columns of any table, of the types that the columns of a key have. */
  private String create() {
    SchemaObject key = world.any(Kind.PRIMARY_KEY, Kind.UNIQUE);
    ObjectId there = ObjectId.table(key.id().schema(), key.id().parent());
    List<String> columns =
        key instanceof PrimaryKey primary ? primary.columns() : ((Unique) key).columns();
    Table table = world.table();
    var own = new ArrayList<Column>();
    for (String column : columns) {
      TypeName type =
          world
              .model()
              .find(ObjectId.column(there, column), Column.class)
              .map(Column::type)
              .orElseThrow(World.Nothing::new);
      own.add(
          world.pickObject(
              world.columns(table.id()).stream()
                  .filter(c -> c.type().equals(type) && !own.contains(c))
                  .toList()));
    }
    String names = own.stream().map(c -> World.quoted(c.id())).collect(Collectors.joining(", "));
    String set =
        world.major() >= 15
            ? " ON DELETE SET NULL (" + World.quoted(own.getFirst().id()) + ")"
            : " ON DELETE SET NULL";
    return "ALTER TABLE "
        + world.maybe(10, "ONLY ")
        + world.sql(table.id())
        + " ADD "
        + world.maybe(40, "CONSTRAINT " + world.name("_fk") + " ")
        + "FOREIGN KEY ("
        + names
        + ") REFERENCES "
        + world.sql(there)
        + world.maybe(
            50,
            " (" + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ")) + ")")
        + world.maybe(15, " MATCH FULL")
        + world.either("", "", set, " ON DELETE CASCADE ON UPDATE SET DEFAULT")
        + world.maybe(15, world.either(" NOT VALID", " DEFERRABLE"))
        + (world.major() >= 18 ? world.maybe(10, " NOT ENFORCED") : "");
  }

  private String change() {
    ObjectId key = world.any(Kind.FOREIGN_KEY).id();
    String enforced = world.major() >= 18 ? " ENFORCED" : " DEFERRABLE";
    return "ALTER TABLE "
        + world.maybe(10, "ONLY ")
        + World.owner(key)
        + " ALTER CONSTRAINT "
        + World.quoted(key)
        + world.either(
            " DEFERRABLE",
            " NOT DEFERRABLE",
            " INITIALLY DEFERRED",
            " DEFERRABLE INITIALLY IMMEDIATE",
            enforced,
            world.major() >= 18 ? " NOT ENFORCED" : " NOT DEFERRABLE");
  }
}
