package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Pieces of DDL that many kinds share. */
final class Sql {
  private static final Set<String> OPERATOR_WORDS =
      Set.of(
          "and", "or", "not", "is", "isnull", "notnull", "in", "like", "ilike", "similar",
          "between", "collate", "at", "case", "select");

  private Sql() {}

  /** {@return the qualified name of something that lives in a schema} */
  static String name(ObjectId id) {
    return quote(id.schema(), id.name());
  }

  /** {@return the qualified name of the relation or domain that {@code part} belongs to} */
  static String owner(ObjectId part) {
    return quote(part.schema(), part.parent());
  }

  static String name(QualifiedName name) {
    return quote(name.schema(), name.name());
  }

  /** {@return the names quoted, with commas} */
  static String names(Collection<String> names) {
    return names.stream().map(name -> quote(name)).collect(Collectors.joining(", "));
  }

  /** {@return {@code INCLUDE (…)} with a space before, or nothing} */
  static String include(Collection<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE (" + names(columns) + ")";
  }

  /** {@return {@code WITH (…)} with a space before, or nothing} */
  static String with(SortedMap<String, String> options) {
    return options.isEmpty() ? "" : " WITH (" + options(options) + ")";
  }

  /** {@return {@code name='value', …}} */
  static String options(SortedMap<String, String> options) {
    return options.entrySet().stream().map(Sql::option).collect(Collectors.joining(", "));
  }

  private static String option(Map.Entry<String, String> option) {
    return optionName(option.getKey()) + "=" + literal(option.getValue());
  }

  /** {@return an option's name, the {@code toast.} before it kept} */
  static String optionName(String name) {
    return name.startsWith("toast.") ? "toast." + quote(name.substring(6)) : quote(name);
  }

  /**
   * {@return {@code expression} as it may stand after DEFAULT: between parentheses if it has
   * operators outside of parentheses (b_expr in gram.y)}
   */
  static String operand(Expression expression) {
    int depth = 0;
    for (Token token : Tokenizer.tokenize(expression.sql())) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      boolean operator = token.type() == Token.Type.OPERATOR;
      boolean word = token.type() == Token.Type.WORD && OPERATOR_WORDS.contains(token.value());
      if (depth == 0 && (operator || word)) {
        return "(" + expression + ")";
      }
    }
    return expression.sql();
  }

  static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case DEFERRABLE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  /** {@return the clause of an index behind a constraint: {@code USING INDEX TABLESPACE …}} */
  static String indexTablespace(Optional<String> tablespace) {
    return tablespace.map(name -> " USING INDEX TABLESPACE " + quote(name)).orElse("");
  }

  /** {@return the statements, one a line, semicolons between} */
  static String statements(Collection<String> statements) {
    return String.join(";\n", statements);
  }
}
