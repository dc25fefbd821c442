package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;

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
    boolean atomic = isAtomic(left) && isAtomic(right);
    return atomic ? Match.UNKNOWN : Match.DIFFERENT;
  }

  static boolean isAtomic(List<Token> tokens) {
    return tokens.size() > 1 && tokens.get(0).is("begin") && tokens.get(1).is("atomic");
  }
}
