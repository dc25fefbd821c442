package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.typing.SystemRelations;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.ObjectId;
import java.util.Optional;
import java.util.Set;

/** What every server has of its own, by name. */
final class SystemNames {
  private static final String PG_CATALOG = "pg_catalog";
  private static final Set<String> SCHEMAS = Set.of(PG_CATALOG, "information_schema", "pg_toast");

  private SystemNames() {}

  static boolean isSchema(String name) {
    return SCHEMAS.contains(name);
  }

  /** {@return the relation of that name, as written, that servers of the version have} */
  static Optional<ObjectId> relation(String schema, String name, int serverMajor) {
    return SystemRelations.find(schema.isEmpty() ? PG_CATALOG : schema, name)
        .filter(id -> !SystemRelations.columns(id, serverMajor).isEmpty());
  }

  /** {@return whether some server may have a relation of its own by that name} */
  static boolean mayHold(String schema, String name) {
    return isSchema(schema) || schema.isEmpty() && name.startsWith("pg_");
  }

  /** {@return whether some server may have a routine of its own by that name} */
  static boolean mayHoldRoutine(String schema, String name) {
    return isSchema(schema) || schema.isEmpty() && Typing.builtinFunctions().contains(name);
  }
}
