package dev.drift.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A routine's body in SQL, read when the routine is made and kept as a tree: what it names is
 * followed.
 *
 * @param statements what it runs, in order; parameters stand by their place, {@code $1}, or as a
 *     server prints them; {@code RETURN e} is the query {@code SELECT e}
 */
public record StandardBody(Form form, List<Query> statements) {
  private static final String SELECT = "SELECT ";

  public StandardBody {
    statements = List.copyOf(statements);
  }

  /** How a body is written. */
  public enum Form {
    /** {@code RETURN e}. */
    RETURN,
    /** {@code BEGIN ATOMIC … END}. */
    ATOMIC
  }

  /** {@return the body that returns {@code expression}} */
  public static StandardBody returning(Query expression) {
    var select =
        new Query(SELECT + expression.sql(), expression.understood(), expression.relations());
    return new StandardBody(Form.RETURN, List.of(select));
  }

  /** {@return the same with every statement changed} */
  public StandardBody with(UnaryOperator<Query> change) {
    return new StandardBody(form, statements.stream().map(change).toList());
  }

  /** {@return its text} */
  public String sql() {
    return switch (form) {
      case RETURN -> "RETURN " + statements.getFirst().sql().substring(SELECT.length());
      case ATOMIC ->
          statements.stream()
              .map(statement -> statement.sql() + "; ")
              .collect(Collectors.joining("", "BEGIN ATOMIC ", "END"));
    };
  }
}
