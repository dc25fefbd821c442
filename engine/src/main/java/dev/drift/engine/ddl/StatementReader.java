package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;

/** Decides the statements of one family. Listed once, in {@link Decide}. */
interface StatementReader {

  /**
   * Decides the statement whose first words chose this reader.
   *
   * @param tokens at the statement's first token
   * @throws TokenReader.Unexpected where the text does not follow the grammar; the caller makes it
   *     {@link Decision.Unparsed}
   * @throws RejectedException where PostgreSQL would refuse; the caller makes it {@link
   *     Decision.Rejected}
   */
  Decision decide(TokenReader tokens, Context context);
}
