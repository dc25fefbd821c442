package dev.drift.engine.ddl;

import dev.drift.engine.canon.tree.Words;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One key of an index as written.
 *
 * @param column the column, if it is just that
 * @param expression its tokens
 * @param nullsFirst as far as said
 */
record IndexKeyClause(
    Optional<String> column,
    List<Token> expression,
    Optional<QualifiedName> collation,
    Optional<QualifiedName> operatorClass,
    SortedMap<String, String> operatorClassOptions,
    boolean descending,
    Optional<Boolean> nullsFirst) {

  /** Reads {@code column | f(…) | (expression)} with COLLATE, operator class and order. */
  static IndexKeyClause read(TokenReader tokens) {
    Optional<String> column = Optional.empty();
    List<Token> expression;
    Optional<QualifiedName> collation = Optional.empty();
    if (tokens.atSymbol("(")) {
      expression = tokens.group();
      int collate = topLevelCollate(expression);
      if (collate > 0) {
        collation = ColumnCollations.asWritten(new TokenReader(tail(expression, collate)));
        expression = expression.subList(0, collate);
      }
      if (expression.size() == 1 && Words.canBeColumn(expression.get(0))) {
        column = Optional.of(expression.get(0).value());
      }
    } else {
      int start = tokens.mark();
      column = functionOrColumn(tokens);
      expression = tokens.since(start);
    }
    if (tokens.at("collate")) {
      collation = ColumnCollations.asWritten(tokens);
    }
    Optional<QualifiedName> operatorClass = Optional.empty();
    SortedMap<String, String> options = Collections.emptySortedMap();
    if (atOperatorClass(tokens)) {
      operatorClass = Optional.of(Names.read(tokens));
      if (tokens.atSymbol("(")) {
        options = StorageParameters.read(tokens);
      }
    }
    boolean descending = false;
    if (!tokens.accept("asc")) {
      descending = tokens.accept("desc");
    }
    Optional<Boolean> nullsFirst = Optional.empty();
    if (tokens.accept("nulls", "first")) {
      nullsFirst = Optional.of(true);
    } else if (tokens.accept("nulls", "last")) {
      nullsFirst = Optional.of(false);
    }
    return new IndexKeyClause(
        column, expression, collation, operatorClass, options, descending, nullsFirst);
  }

  /** {@return where {@code COLLATE name} closes the expression, else -1} */
  private static int topLevelCollate(List<Token> expression) {
    for (int back : new int[] {2, 4}) {
      int at = expression.size() - back;
      boolean name = back == 2 || at > 0 && expression.get(at + 2).isSymbol(".");
      if (at > 0 && name && expression.get(at).is("collate")) {
        return isOneTerm(expression.subList(0, at)) ? at : -1;
      }
    }
    return -1;
  }

  /** COLLATE binds tighter than any operator: it is the whole expression's only behind one term. */
  private static boolean isOneTerm(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      } else if (depth == 0 && token.type() == Token.Type.OPERATOR) {
        return false;
      }
    }
    return true;
  }

  private static List<Token> tail(List<Token> tokens, int from) {
    return tokens.subList(from, tokens.size());
  }

  /** {@return the column's name; empty if a function call stands there} */
  private static Optional<String> functionOrColumn(TokenReader tokens) {
    String first = tokens.name();
    boolean qualified = false;
    while (tokens.acceptSymbol(".")) {
      tokens.name();
      qualified = true;
    }
    if (tokens.atSymbol("(")) {
      tokens.group();
      return Optional.empty();
    }
    if (qualified) {
      throw tokens.unexpected("\"(\"");
    }
    return Optional.of(first);
  }

  private static boolean atOperatorClass(TokenReader tokens) {
    return tokens.peek().filter(Token::isName).isPresent()
        && !tokens.at("asc")
        && !tokens.at("desc")
        && !tokens.at("nulls", "first")
        && !tokens.at("nulls", "last")
        && !tokens.at("with");
  }
}
