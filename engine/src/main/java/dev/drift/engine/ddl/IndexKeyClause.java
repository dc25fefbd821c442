package dev.drift.engine.ddl;

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
    int start = tokens.mark();
    Optional<String> column = Optional.empty();
    if (tokens.atSymbol("(")) {
      tokens.group();
    } else {
      column = functionOrColumn(tokens);
    }
    List<Token> expression = tokens.since(start);
    Optional<QualifiedName> collation = Collations.read(tokens);
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
