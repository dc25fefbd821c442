package dev.drift.engine.ddl;

import dev.drift.engine.model.Expression;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns that a trigger's or rule's condition reaches through NEW and OLD. */
final class RowColumns {
  private RowColumns() {}

  /** {@return the names behind {@code NEW.} and {@code OLD.}} */
  static Set<String> of(Expression expression) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    var columns = new TreeSet<String>();
    for (int i = 2; i < tokens.size(); i++) {
      if (isRowColumn(tokens, i)) {
        columns.add(tokens.get(i).value());
      }
    }
    return columns;
  }

  /** {@return the expression after a column of the trigger's table was renamed} */
  static Expression rename(Expression expression, String from, String to) {
    String sql = expression.sql();
    List<Token> tokens = Tokenizer.tokenize(sql);
    var text = new StringBuilder();
    int copied = 0;
    for (int i = 2; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isRowColumn(tokens, i) && token.value().equals(from)) {
        text.append(sql, copied, token.offset());
        text.append(Identifiers.quote(to));
        copied = token.end();
      }
    }
    return new Expression(text.append(sql.substring(copied)).toString());
  }

  /**
   * {@return the condition of a rule with {@code row.} before each of its relation's columns that
   * stands alone} Where a query stands in it, names may be that query's: it is left as it is.
   */
  static Expression qualified(Expression expression, Set<String> columns, String row) {
    String sql = expression.sql();
    List<Token> tokens = Tokenizer.tokenize(sql);
    if (tokens.stream().anyMatch(token -> token.is("select"))) {
      return expression;
    }
    var text = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isName() && columns.contains(token.value()) && standsAlone(tokens, i)) {
        text.append(sql, copied, token.offset()).append(row).append('.');
        copied = token.offset();
      }
    }
    return new Expression(text.append(sql.substring(copied)).toString());
  }

  private static boolean standsAlone(List<Token> tokens, int at) {
    boolean behindDot = at > 0 && tokens.get(at - 1).isSymbol(".");
    boolean behindCast = at > 0 && tokens.get(at - 1).text().equals("::");
    boolean before =
        at + 1 < tokens.size()
            && (tokens.get(at + 1).isSymbol(".") || tokens.get(at + 1).isSymbol("("));
    return !behindDot && !behindCast && !before;
  }

  private static boolean isRowColumn(List<Token> tokens, int at) {
    Token row = tokens.get(at - 2);
    return tokens.get(at).isName()
        && tokens.get(at - 1).isSymbol(".")
        && (row.value().equals("new") || row.value().equals("old"));
  }
}
