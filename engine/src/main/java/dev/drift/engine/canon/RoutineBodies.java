package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.Expression;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** SQL-standard routine bodies, which the server keeps as trees and prints in its own words. */
final class RoutineBodies {
  private RoutineBodies() {}

  /** {@return whether two SQL-standard bodies mean the same; {@code b} as a server prints it} */
  static Match compare(String a, String b) {
    List<Token> left = Tokenizer.tokenize(a);
    List<Token> right = Tokenizer.tokenize(b);
    if (TokenForm.of(left).equals(TokenForm.of(right))) {
      return Match.EQUAL;
    }
    if (left.size() < 2 || right.size() < 2) {
      return Match.DIFFERENT;
    }
    if (left.get(0).is("return") && right.get(0).is("return")) {
      return results(left.subList(1, left.size()), right.subList(1, right.size()));
    }
    boolean atomic = isAtomic(left) && isAtomic(right);
    return atomic ? Match.UNKNOWN : Match.DIFFERENT;
  }

  static boolean isAtomic(List<Token> tokens) {
    return tokens.size() > 1 && tokens.get(0).is("begin") && tokens.get(1).is("atomic");
  }

  /** The names in subqueries are not looked up, so those that differ may still mean the same. */
  private static Match results(List<Token> a, List<Token> b) {
    Optional<Scalar> left = ExpressionComparison.tree(a);
    Optional<Scalar> right = ExpressionComparison.tree(b);
    if (left.isEmpty() || right.isEmpty()) {
      return Match.DIFFERENT;
    }
    Match match =
        Expressions.compare(new Expression(SourceText.of(a)), new Expression(SourceText.of(b)));
    boolean queries = b.stream().anyMatch(token -> token.is("select"));
    return match == Match.DIFFERENT && queries ? Match.UNKNOWN : match;
  }
}
