package dev.drift.engine.ddl;

import dev.drift.engine.canon.Commands;
import dev.drift.engine.canon.Parameters;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.sql.TokenReader;

/** SQL-standard routine bodies: {@code RETURN e} and {@code BEGIN ATOMIC … END}. */
final class StandardBodies {
  private StandardBodies() {}

  /** Reads a body to its end. */
  static StandardBody read(TokenReader tokens, Parameters parameters, Context context) {
    if (tokens.accept("return")) {
      return StandardBody.returning(
          Commands.resolveValue(tokens.rest(), context.scope(), parameters));
    }
    return new StandardBody(
        StandardBody.Form.ATOMIC,
        Commands.body(tokens).stream()
            .map(statement -> Commands.resolve(statement, context.scope(), parameters))
            .toList());
  }
}
