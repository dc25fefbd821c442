package dev.drift.engine.ddl;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** Reads {@code COLLATE name} as it stands, not looked up. */
final class Collations {
  private Collations() {}

  /** {@return the collation, if one is named that is not the default one} */
  static Optional<QualifiedName> read(TokenReader tokens) {
    if (!tokens.accept("collate")) {
      return Optional.empty();
    }
    QualifiedName name = Names.read(tokens);
    if (name.name().equals("default")) {
      return Optional.empty();
    }
    return Optional.of(name);
  }
}
