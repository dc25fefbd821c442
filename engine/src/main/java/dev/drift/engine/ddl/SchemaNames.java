package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;

/** Objects of kinds whose names are plain: collations, conversions, text search objects. */
final class SchemaNames {
  private SchemaNames() {}

  /** Reads a name. {@return the object of that kind; rejects, or leaves as opaque, if none} */
  static SchemaObject require(TokenReader tokens, Kind kind, Context context) {
    Named name = Named.read(tokens);
    return Names.first(name.name(), context, object -> object.id().kind() == kind)
        .orElseThrow(() -> unknown(name, kind, context));
  }

  /** {@return what to throw where there is no such object} */
  static RuntimeException unknown(Named name, Kind kind, Context context) {
    return Names.unknown(name.name(), message(name, kind), name.at(), context);
  }

  static String message(Named name, Kind kind) {
    return kind.words() + " \"" + name.name() + "\" does not exist";
  }
}
