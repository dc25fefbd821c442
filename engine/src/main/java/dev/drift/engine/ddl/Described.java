package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Identifiers;
import java.util.List;

/** Objects as the server's messages name them (objectaddress.c, getObjectDescription). */
final class Described {
  private Described() {}

  /** {@return the kind and the name, qualified where the search path does not find it} */
  static String object(ObjectId id, Context context) {
    if (id.kind() == Kind.COLUMN) {
      return "column " + id.name() + " of table " + relation(id, id.parent(), context);
    }
    if (Objects.CONSTRAINTS.contains(id.kind())) {
      return "constraint " + id.name() + " on table " + relation(id, id.parent(), context);
    }
    if (id.kind() == Kind.TRIGGER || id.kind() == Kind.POLICY || id.kind() == Kind.RULE) {
      return id.kind().words()
          + ' '
          + id.name()
          + " on table "
          + relation(id, id.parent(), context);
    }
    if (List.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE).contains(id.kind())) {
      boolean visible = context.session().searchPath().contains(id.schema());
      return id.kind().words() + ' ' + (visible ? id.name() : id.schema() + '.' + id.name());
    }
    if (Objects.TYPES.contains(id.kind())) {
      return "type " + relation(id, id.name(), context);
    }
    return id.kind().words() + ' ' + relation(id, id.name(), context);
  }

  private static String relation(ObjectId id, String name, Context context) {
    boolean visible = context.session().searchPath().contains(id.schema());
    return Identifiers.quote(visible ? "" : id.schema(), name);
  }
}
