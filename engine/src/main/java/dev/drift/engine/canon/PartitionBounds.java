package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Token.Type;
import java.util.List;

/**
 * Compares the bounds of partitions, {@code FOR VALUES …} and {@code DEFAULT}, which are no
 * expressions: constant by constant.
 */
final class PartitionBounds {
  private PartitionBounds() {}

  static boolean isBound(List<Token> tokens) {
    return tokens.size() > 1 && tokens.get(0).is("for") && tokens.get(1).is("values")
        || tokens.size() == 1 && tokens.get(0).is("default");
  }

  static Match compare(List<Token> a, List<Token> b) {
    if (a.size() != b.size()) {
      return words(a).equals(words(b)) ? Match.UNKNOWN : Match.DIFFERENT;
    }
    var match = Match.EQUAL;
    for (int i = 0; i < a.size(); i++) {
      match = match.and(compare(a.get(i), b.get(i)));
    }
    return match;
  }

  private static Match compare(Token a, Token b) {
    if (a.value().equals(b.value())) {
      return Match.EQUAL;
    }
    return isMoment(a) && isMoment(b) ? Match.UNKNOWN : Match.DIFFERENT;
  }

  /** What a timestamp with time zone is depends on where the session stands. */
  private static boolean isMoment(Token token) {
    return token.type() == Type.STRING && token.value().indexOf(':') > 0;
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream().filter(token -> token.type() == Type.WORD).map(Token::value).toList();
  }
}
