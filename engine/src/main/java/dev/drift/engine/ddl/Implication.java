package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Expression;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether conditions that are known to hold imply another (predtest.c, predicate_implied_by), for
 * comparisons of one thing with a constant.
 */
final class Implication {
  private static final Set<String> COMPARISONS = Set.of("<", "<=", "=", ">=", ">");

  private static final Set<String> OTHERWISE =
      Set.of("and", "or", "not", "is", "in", "like", "any", "all", "between");

  private final List<String> known = new ArrayList<>();
  private final Surroundings around;

  Implication(Surroundings around) {
    this.around = around;
  }

  /** What holds besides; of several conditions joined by AND each one. */
  void know(String condition) {
    known.addAll(parts(bare(Tokenizer.tokenize(condition)), condition));
  }

  /** {@return whether all of them are implied: certainly, certainly not, or perhaps} */
  Match implies(List<String> wanted) {
    Match result = Match.EQUAL;
    for (String one : wanted) {
      Match single = implies(one);
      if (single == Match.DIFFERENT) {
        return single;
      }
      result = single == Match.UNKNOWN ? single : result;
    }
    return result;
  }

  private Match implies(String wanted) {
    Match result = Match.DIFFERENT;
    for (String condition : known) {
      Match single = isEqual(condition, wanted) ? Match.EQUAL : byComparison(condition, wanted);
      if (single == Match.EQUAL) {
        return single;
      }
      result = single == Match.UNKNOWN ? single : result;
    }
    return result;
  }

  private boolean isEqual(String one, String other) {
    return Expressions.compare(new Expression(one), new Expression(other), around) == Match.EQUAL;
  }

  private record Comparison(String operand, String operator, String constant) {

    static Optional<Comparison> of(String sql) {
      List<Token> tokens = bare(Tokenizer.tokenize(sql));
      if (tokens.stream().anyMatch(token -> OTHERWISE.contains(token.value()))) {
        return Optional.empty();
      }
      int depth = 0;
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        if (depth == 0 && COMPARISONS.contains(token.text()) && i > 0 && i + 1 < tokens.size()) {
          return Optional.of(
              new Comparison(
                  text(bare(tokens.subList(0, i)), sql),
                  token.text(),
                  text(bare(tokens.subList(i + 1, tokens.size())), sql)));
        }
      }
      return Optional.empty();
    }

    boolean isFrom() {
      return operator.startsWith(">");
    }

    boolean isTo() {
      return operator.startsWith("<");
    }
  }

  private Match byComparison(String condition, String wanted) {
    if (condition.endsWith(" IS NOT NULL") || condition.endsWith(" is not null")) {
      return Match.DIFFERENT;
    }
    Optional<Comparison> left = Comparison.of(condition);
    Optional<Comparison> right = Comparison.of(wanted);
    if (left.isEmpty()) {
      return Match.UNKNOWN;
    }
    if (right.isEmpty()) {
      return wanted.endsWith(" IS NOT NULL") ? Match.DIFFERENT : Match.UNKNOWN;
    }
    Comparison has = left.get();
    Comparison wants = right.get();
    if (!isEqual(has.operand(), wants.operand())) {
      return Match.DIFFERENT;
    }
    if (has.isFrom() && !wants.isFrom() || has.isTo() && !wants.isTo()) {
      return Match.DIFFERENT;
    }
    OptionalInt order = order(has.constant(), wants.constant());
    if (order.isEmpty()) {
      return Match.UNKNOWN;
    }
    boolean open = wants.operator().length() == 1 && !has.operator().equals(wants.operator());
    int beyond = wants.isTo() ? -order.getAsInt() : order.getAsInt();
    boolean follows = wants.operator().equals("=") ? beyond == 0 : open ? beyond > 0 : beyond >= 0;
    return follows ? Match.EQUAL : Match.DIFFERENT;
  }

  private static OptionalInt order(String one, String other) {
    String left = value(one);
    String right = value(other);
    if (left.equals(right)) {
      return OptionalInt.of(0);
    }
    try {
      return OptionalInt.of(new BigDecimal(left).compareTo(new BigDecimal(right)));
    } catch (NumberFormatException e) {
      return isMoment(left) && isMoment(right)
          ? OptionalInt.of(Integer.signum(moment(left).compareTo(moment(right))))
          : OptionalInt.empty();
    }
  }

  private static String value(String constant) {
    List<Token> tokens = Tokenizer.tokenize(constant);
    boolean negative = tokens.size() > 1 && tokens.getFirst().isSymbol("-");
    Token first = tokens.get(negative ? 1 : 0);
    return (negative ? "-" : "")
        + (first.type() == Token.Type.STRING ? first.value() : first.text());
  }

  private static boolean isMoment(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?");
  }

  private static String moment(String text) {
    return text.length() == 10 ? text + " 00:00:00" : text;
  }

  /** What stands between ANDs; BETWEEN is two of them. */
  private static List<String> parts(List<Token> tokens, String sql) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    int between = -1;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean end = i == tokens.size();
      if (!end) {
        Token token = tokens.get(i);
        depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        if (depth == 0 && token.is("or")) {
          return List.of(text(tokens, sql));
        }
        if (depth == 0 && token.is("between")) {
          between = i;
        }
      }
      if (end || depth == 0 && tokens.get(i).is("and")) {
        if (between > start && !end && i > between + 1 && !isBounded(tokens, between, i)) {
          continue;
        }
        parts.addAll(
            between > start
                ? between(tokens.subList(start, i), between - start, sql)
                : start == 0 && end
                    ? List.of(text(tokens, sql))
                    : parts(bare(tokens.subList(start, i)), sql));
        start = i + 1;
        between = -1;
      }
    }
    return parts;
  }

  /** Whether the AND of a BETWEEN has come already. */
  private static boolean isBounded(List<Token> tokens, int between, int end) {
    return tokens.subList(between, end).stream().anyMatch(token -> token.is("and"));
  }

  private static List<String> between(List<Token> tokens, int at, String sql) {
    int and = at;
    while (and < tokens.size() && !tokens.get(and).is("and")) {
      and++;
    }
    if (and >= tokens.size()
        || tokens.get(at - 1).is("not")
        || tokens.get(at + 1).is("symmetric")) {
      return List.of(text(tokens, sql));
    }
    String operand = text(tokens.subList(0, at), sql);
    return List.of(
        operand + " >= " + text(tokens.subList(at + 1, and), sql),
        operand + " <= " + text(tokens.subList(and + 1, tokens.size()), sql));
  }

  private static String text(List<Token> tokens, String sql) {
    return tokens.isEmpty()
        ? ""
        : sql.substring(tokens.getFirst().offset(), tokens.getLast().end());
  }

  /** Without the parentheses around all of it. */
  private static List<Token> bare(List<Token> tokens) {
    if (tokens.size() < 2 || !tokens.getFirst().isSymbol("(")) {
      return tokens;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 1 ? bare(tokens.subList(1, i)) : tokens;
      }
    }
    return tokens;
  }
}
