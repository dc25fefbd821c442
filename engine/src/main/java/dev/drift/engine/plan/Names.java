package dev.drift.engine.plan;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The names that an object takes, each in its namespace, where no other can have them. */
final class Names {
  /** Relations whose rows are a type of the same name. */
  private static final Set<Kind> ROWS =
      EnumSet.of(
          Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.COMPOSITE_TYPE);

  private Names() {}

  /**
   * One name.
   *
   * @param space {@code relation}, {@code type}, {@code constraint}, {@code routine}; {@code
   *     primary key} for the one that a table can have
   * @param parent of constraints the table
   */
  record Name(String space, String schema, String parent, String name) {}

  static List<Name> of(ObjectId id) {
    Kind kind = id.kind();
    var names = new ArrayList<Name>();
    if (Objects.RELATIONS.contains(kind)) {
      names.add(new Name("relation", id.schema(), "", id.name()));
    }
    if (Objects.TYPES.contains(kind) || ROWS.contains(kind)) {
      names.add(new Name("type", id.schema(), "", id.name()));
    }
    if (Objects.CONSTRAINTS.contains(kind)) {
      names.add(new Name("constraint", id.schema(), id.parent(), id.name()));
    }
    if (kind == Kind.PRIMARY_KEY) {
      names.add(new Name("primary key", id.schema(), id.parent(), ""));
    }
    if (Objects.ROUTINES.contains(kind)) {
      names.add(new Name("routine", id.schema(), "", id.name()));
    }
    return names;
  }
}
