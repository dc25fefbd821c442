package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.TreeSet;

/** {@code DO} blocks. */
final class DoStatements {
  private DoStatements() {}

  static Decision decide(TokenReader tokens, Context context) {
    tokens.expect("do");
    return new Decision.Opaque("DO block", new TreeSet<>(), List.of());
  }
}
