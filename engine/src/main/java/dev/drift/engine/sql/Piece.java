package dev.drift.engine.sql;

import java.util.List;

/** One unit of a script, as {@link StatementSplitter} finds them, in the order of the text. */
public sealed interface Piece {

  /**
   * A statement.
   *
   * @param tokens its tokens without the closing semicolon; never empty
   */
  record Sql(List<Token> tokens) implements Piece {
    public Sql {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * A command for psql.
   *
   * @param text from the backslash to the end of the line, or up to {@code \\}
   * @param offset zero-based index of the backslash in the scanned text
   * @param line one-based line of the backslash
   * @param column one-based column of the backslash
   */
  record MetaCommand(String text, int offset, int line, int column) implements Piece {}
}
