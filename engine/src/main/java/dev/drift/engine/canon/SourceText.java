package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Map;

/** Text from tokens, as written: comments gone, white space between tokens one blank or none. */
final class SourceText {
  private SourceText() {}

  /** {@return the text of {@code tokens}} */
  static String of(List<Token> tokens) {
    return of(tokens, Map.of());
  }

  /**
   * {@return the text of {@code tokens}, some replaced}
   *
   * @param replacements new text by index; an empty text takes the token away
   */
  static String of(List<Token> tokens, Map<Integer, String> replacements) {
    var text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0 && tokens.get(i - 1).end() < token.offset() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(replacements.getOrDefault(i, token.text()));
    }
    return text.toString();
  }
}
