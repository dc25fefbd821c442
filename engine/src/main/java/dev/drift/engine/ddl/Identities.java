package dev.drift.engine.ddl;

import dev.drift.engine.model.QualifiedName;

/** Identity columns and the sequences behind them. */
final class Identities {
  private Identities() {}

  /** {@return the sequence's name after its table moved to {@code schema}} */
  static QualifiedName inSchema(QualifiedName sequence, String schema) {
    return new QualifiedName(schema, sequence.name());
  }
}
