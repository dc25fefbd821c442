package dev.drift.engine.ddl;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code RECURSIVE VIEW v (a, b) AS query} → {@code WITH RECURSIVE v(a, b) AS (query) SELECT a, b
 * FROM v} (makeRecursiveViewSelect in gram.y).
 */
final class RecursiveViews {
  /** Farther before the query than any prefix is long. */
  private static final int LEAD = 100_000;

  private final List<Token> tokens = new ArrayList<>();
  private final Token place;
  private int offset;

  private RecursiveViews(Token place) {
    this.place = place;
    this.offset = place.offset() - LEAD;
  }

  static List<Token> expand(Named name, List<Token> columns, List<Token> query) {
    var writer = new RecursiveViews(query.get(0));
    writer.words("with", "recursive");
    writer.name(name.plain());
    writer.symbol("(");
    columns.forEach(writer::moved);
    writer.symbol(")");
    writer.words("as");
    writer.symbol("(");
    writer.tokens.addAll(query);
    writer.offset = query.get(query.size() - 1).end() + 1;
    writer.symbol(")");
    writer.words("select");
    columns.forEach(writer::moved);
    writer.words("from");
    writer.name(name.plain());
    return List.copyOf(writer.tokens);
  }

  private void words(String... words) {
    for (String word : words) {
      add(Token.Type.WORD, word, word);
    }
  }

  private void symbol(String symbol) {
    add(Token.Type.SYMBOL, symbol, symbol);
  }

  private void name(String name) {
    add(Token.Type.QUOTED_NAME, Identifiers.quote(name), name);
  }

  private void moved(Token token) {
    add(token.type(), token.text(), token.value());
  }

  private void add(Token.Type type, String text, String value) {
    tokens.add(new Token(type, text, value, offset, place.line(), place.column()));
    offset += text.length() + 1;
  }
}
