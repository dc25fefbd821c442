package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
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

/** Foreign keys to keys that there are, of several columns, and what becomes of constraints. */
final class ConstraintDdl {
  private final World world;
  private final Values values;

  ConstraintDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::toKey, this::toKey, this::made, this::several, this::change);
  }

  /** Columns of any table, of the types that the columns of a key have. */
  private String toKey() {
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

  private String made() {
    Table table = world.table();
    Column column = world.column(table.id());
    String name = World.quoted(column.id());
    return "ALTER TABLE "
        + world.sql(table.id())
        + " ADD COLUMN "
        + world.name()
        + " "
        + world.either(
            world.type(column.type()) + " REFERENCES " + world.sql(table.id()) + " (" + name + ")",
            "integer CHECK (" + values.condition(column) + ") DEFAULT 3",
            "integer UNIQUE NULLS DISTINCT"
                .replace(" NULLS DISTINCT", world.major() >= 15 ? " NULLS NOT DISTINCT" : ""),
            "text COLLATE \"C\" CONSTRAINT " + world.name("_named") + " CHECK (length('a') = 1)",
            "text STORAGE EXTERNAL"
                .replace(" STORAGE EXTERNAL", world.major() >= 16 ? " STORAGE EXTERNAL" : ""),
            "integer CONSTRAINT "
                + world.name("_key")
                + " UNIQUE DEFERRABLE INITIALLY DEFERRED NOT NULL");
  }

  private String several() {
    Table table = world.table();
    String first = World.quoted(world.column(table.id()).id());
    Column other = world.column(table.id());
    String second = World.quoted(other.id());
    return "ALTER TABLE "
        + world.sql(table.id())
        + " "
        + world.either(
            "ALTER "
                + first
                + " TYPE text USING "
                + second
                + "::text, ALTER "
                + second
                + " TYPE varchar(9) USING NULL",
            "ALTER "
                + first
                + " DROP DEFAULT, ALTER "
                + first
                + " TYPE bigint USING 1, ALTER "
                + first
                + " SET DEFAULT 5",
            "ADD CHECK (" + values.condition(other) + "), ALTER " + second + " SET NOT NULL",
            "ADD UNIQUE (" + first + "), ADD UNIQUE (" + first + ", " + second + ")",
            "DISABLE TRIGGER ALL, ENABLE TRIGGER USER",
            "SET ACCESS METHOD heap",
            "SET TABLESPACE pg_default",
            "ALTER " + first + " SET NOT NULL, ADD PRIMARY KEY (" + first + ")");
  }

  private String change() {
    SchemaObject key =
        world.any(Kind.FOREIGN_KEY, Kind.CHECK, Kind.UNIQUE, Kind.PRIMARY_KEY, Kind.EXCLUSION);
    String on = Identifiers.quote(key.id().schema()) + '.' + Identifiers.quote(key.id().parent());
    String name = World.quoted(key.id());
    String head = "ALTER TABLE " + world.maybe(15, "ONLY ") + on + " ";
    if (key instanceof ForeignKey && world.major() >= 18 && world.chance(40)) {
      return head + "ALTER CONSTRAINT " + name + world.either(" ENFORCED", " NOT ENFORCED");
    }
    return head
        + world.either(
            "RENAME CONSTRAINT " + name + " TO " + world.name("_con"),
            "VALIDATE CONSTRAINT " + name,
            "DROP CONSTRAINT " + name,
            "DROP CONSTRAINT IF EXISTS " + name + " CASCADE",
            "ALTER CONSTRAINT " + name + " DEFERRABLE INITIALLY IMMEDIATE");
  }
}
