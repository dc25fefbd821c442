package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code OLD IS DISTINCT FROM NEW} → {@code OLD.* IS DISTINCT FROM NEW.*}, as the server writes
 * whole rows in the condition of a trigger (ruleutils.c, get_variable), and {@code ROW (NEW.*)} →
 * {@code ROW (NEW.a, NEW.b)} (parse_target.c, transformExpressionList).
 */
final class WholeRows {
  private WholeRows() {}

  /** {@return the columns of a row of {@code relation}, in order} */
  static List<String> columns(ObjectId relation, Objects objects) {
    return switch (objects.find(relation).orElse(null)) {
      case View view -> view.columns();
      case null, default ->
          TableColumns.of(objects, relation).stream().map(column -> column.id().name()).toList();
    };
  }

  /** {@return the condition with every bare OLD and NEW spelled out} */
  private static List<Token> expand(List<Token> condition) {
    var expanded = new ArrayList<Token>();
    int shift = 0;
    for (int i = 0; i < condition.size(); i++) {
      Token token = condition.get(i);
      expanded.add(moved(token, token.type(), token.text(), shift));
      if ((token.is("old") || token.is("new"))
          && !isDot(condition, i + 1)
          && !isDot(condition, i - 1)) {
        int behind = shift + token.text().length();
        expanded.add(moved(token, Token.Type.SYMBOL, ".", behind));
        expanded.add(moved(token, Token.Type.OPERATOR, "*", behind + 1));
        shift += 2;
      }
    }
    return List.copyOf(expanded);
  }

  /** {@return the same with the rows within {@code ROW (…)} spelled out as well} */
  static List<Token> expand(List<Token> condition, List<String> columns) {
    List<Token> whole = expand(condition);
    var expanded = new ArrayList<Token>();
    var inRow = new ArrayDeque<Boolean>();
    int shift = 0;
    for (int i = 0; i < whole.size(); i++) {
      Token token = whole.get(i);
      if (token.isSymbol("(")) {
        inRow.push(i > 0 && whole.get(i - 1).is("row"));
      } else if (token.isSymbol(")")) {
        inRow.poll();
      }
      boolean row =
          Boolean.TRUE.equals(inRow.peek())
              && (token.is("old") || token.is("new"))
              && isDot(whole, i + 1)
              && i + 2 < whole.size()
              && whole.get(i + 2).text().equals("*");
      if (row) {
        int behind = shift;
        for (String column : columns) {
          String fields =
              (behind > shift ? ", " : "") + token.text() + "." + Identifiers.quote(column);
          for (Token part : Tokenizer.tokenize(fields)) {
            expanded.add(at(token, part, behind));
          }
          behind += fields.length();
        }
        shift = behind - token.text().length() - 2;
        i += 2;
      } else {
        expanded.add(moved(token, token.type(), token.text(), shift));
      }
    }
    return List.copyOf(expanded);
  }

  /** A part of what replaces {@code token}. */
  private static Token at(Token token, Token part, int shift) {
    return new Token(
        part.type(),
        part.text(),
        part.value(),
        token.offset() + part.offset() + shift,
        token.line(),
        token.column());
  }

  private static boolean isDot(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(".");
  }

  /** Offsets tell where blanks stand, so what follows an insertion moves on. */
  private static Token moved(Token at, Token.Type type, String text, int shift) {
    String value = text.equals(at.text()) ? at.value() : text;
    return new Token(type, text, value, at.offset() + shift, at.line(), at.column());
  }
}
