package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.Locale;

/** Comments on all that can have one. */
final class CommentDdl {
  private final World world;

  CommentDdl(World world) {
    this.world = world;
  }

  String statement() {
    String on =
        switch (world.number(6)) {
          case 0, 1 -> column();
          case 2 -> part();
          case 3 -> routine();
          default -> object();
        };
    return "COMMENT ON "
        + on
        + " IS "
        + world.either("'some text'", "NULL", "''", "E'two\\nlines'");
  }

  private String column() {
    if (world.chance(20)) {
      ObjectId type = world.any(Kind.COMPOSITE_TYPE, Kind.FOREIGN_TABLE).id();
      return "COLUMN " + world.sql(type) + "." + world.name();
    }
    Table table = world.table();
    return "COLUMN " + world.sql(table.id()) + "." + World.quoted(world.column(table.id()).id());
  }

  private String object() {
    SchemaObject object =
        world.any(
            Kind.TABLE,
            Kind.VIEW,
            Kind.SEQUENCE,
            Kind.INDEX,
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.COMPOSITE_TYPE,
            Kind.SCHEMA,
            Kind.MATERIALIZED_VIEW,
            Kind.PUBLICATION,
            Kind.EVENT_TRIGGER);
    ObjectId id = object.id();
    return switch (id.kind()) {
      case ENUM, COMPOSITE_TYPE -> "TYPE " + world.sql(id);
      case SCHEMA, PUBLICATION, EVENT_TRIGGER -> id.kind().words() + " " + World.quoted(id);
      default -> id.kind().words() + " " + world.sql(id);
    };
  }

  private String part() {
    ObjectId id =
        world
            .any(
                Kind.TRIGGER,
                Kind.POLICY,
                Kind.RULE,
                Kind.CHECK,
                Kind.FOREIGN_KEY,
                Kind.EXCLUSION,
                Kind.DOMAIN_CONSTRAINT)
            .id();
    String words =
        switch (id.kind()) {
          case TRIGGER, POLICY, RULE -> id.kind().words().toUpperCase(Locale.ROOT);
          default -> "CONSTRAINT";
        };
    return words
        + " "
        + World.quoted(id)
        + " ON "
        + (id.kind() == Kind.DOMAIN_CONSTRAINT ? "DOMAIN " : "")
        + World.owner(id);
  }

  private String routine() {
    ObjectId id = world.any(Kind.FUNCTION, Kind.PROCEDURE).id();
    return id.kind().words() + " " + world.routine(id);
  }
}
