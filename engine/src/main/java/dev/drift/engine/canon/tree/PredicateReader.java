package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Reads predicates written in words: IS, IN, BETWEEN, LIKE, SIMILAR TO. */
final class PredicateReader {
  private final Reading reading;

  PredicateReader(Reading reading) {
    this.reading = reading;
  }

  /** {@return the test of {@code left} that {@code IS} makes} */
  Scalar is(Scalar left) {
    TokenReader tokens = tokens();
    tokens.expect("is");
    boolean negated = tokens.accept("not");
    if (tokens.accept("distinct", "from")) {
      return new Node.Distinct(left, reading.expressions.behindIs(), negated);
    }
    String test = tokens.next().value();
    switch (test) {
      case "null", "true", "false", "unknown", "document", "normalized" -> {}
      case "nfc", "nfd", "nfkc", "nfkd" -> {
        tokens.expect("normalized");
        test = test + " normalized";
      }
      case "json" -> test = test + json();
      default -> throw tokens.unexpected("a test after IS");
    }
    return new Node.Test(left, ((negated ? "not " : "") + test).toUpperCase(java.util.Locale.ROOT));
  }

  /** What may follow IS JSON. */
  private String json() {
    var test = new StringBuilder();
    for (String word : List.of("value", "array", "object", "scalar")) {
      if (tokens().accept(word)) {
        test.append(' ').append(word);
      }
    }
    if (reading.at(0, "with") || reading.at(0, "without")) {
      boolean with = tokens().next().is("with");
      tokens().accept("unique");
      tokens().accept("keys");
      test.append(with ? " with unique keys" : "");
    }
    return test.toString();
  }

  /** {@return {@code left} IN, BETWEEN or LIKE something, if that comes next} */
  Optional<Scalar> membership(Scalar left) {
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    boolean negated = tokens.accept("not");
    if (tokens.accept("between")) {
      boolean symmetric = tokens.accept("symmetric");
      tokens.accept("asymmetric");
      Scalar low = reading.expressions.restricted();
      tokens.expect("and");
      return Optional.of(
          new Node.Between(left, low, reading.expressions.restricted(), symmetric, negated));
    }
    if (tokens.accept("in")) {
      return Optional.of(in(left, negated));
    }
    for (String word : List.of("like", "ilike")) {
      if (tokens.accept(word)) {
        return Optional.of(like(word.equals("like") ? "LIKE" : "ILIKE", left, negated));
      }
    }
    if (tokens.accept("similar", "to")) {
      return Optional.of(like("SIMILAR TO", left, negated));
    }
    tokens.reset(mark);
    return Optional.empty();
  }

  private Scalar in(Scalar left, boolean negated) {
    Scalar right = reading.groups.parenthesizedList();
    return switch (right) {
      case Node.Subquery(QueryNode query) -> new Node.InQuery(left, query, negated);
      case Node.Row(List<Scalar> list) -> new Node.In(left, list, negated);
      default -> throw tokens().unexpected("a list");
    };
  }

  private Scalar like(String word, Scalar left, boolean negated) {
    boolean all = reading.at(0, "all");
    if ((all || reading.at(0, "any") || reading.at(0, "some")) && reading.atSymbol(1, "(")) {
      tokens().next();
      String tilde = word.equals("LIKE") ? "~~" : "~~*";
      return new Node.Quantified(
          left, Name.of(negated ? '!' + tilde : tilde), all, reading.groups.parenthesized());
    }
    Scalar pattern = reading.expressions.restricted();
    Optional<Scalar> escape =
        tokens().accept("escape")
            ? Optional.of(reading.expressions.restricted())
            : Optional.empty();
    return new Node.Like(word, left, pattern, escape, negated);
  }

  private TokenReader tokens() {
    return reading.tokens;
  }
}
