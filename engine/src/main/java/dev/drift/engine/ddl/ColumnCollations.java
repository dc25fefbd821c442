package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** Collations by name: those of the model, else the server's own in pg_catalog. */
final class ColumnCollations {
  private ColumnCollations() {}

  /**
   * Reads {@code COLLATE name} if it comes next. {@return the collation unless it is the default}
   */
  static Optional<QualifiedName> read(TokenReader tokens, Context context) {
    if (!tokens.accept("collate")) {
      return Optional.empty();
    }
    return resolve(Names.read(tokens), context);
  }

  /** {@return the collation of that name unless it is the default one} */
  static Optional<QualifiedName> resolve(QualifiedName name, Context context) {
    if (name.name().equals("default")) {
      return Optional.empty();
    }
    Optional<SchemaObject> known =
        Names.first(name, context, object -> object.id().kind() == Kind.COLLATION);
    if (known.isPresent()) {
      return known.map(object -> new QualifiedName(object.id().schema(), name.name()));
    }
    return Optional.of(
        name.schema().isEmpty() ? new QualifiedName("pg_catalog", name.name()) : name);
  }
}
