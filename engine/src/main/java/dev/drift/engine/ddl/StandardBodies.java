package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import java.util.List;

/** SQL-standard routine bodies: {@code RETURN e} and {@code BEGIN ATOMIC … END}. */
final class StandardBodies {
  private StandardBodies() {}

  /** {@return the text of the body, comments gone and white space reduced to blanks} */
  static String text(List<Token> tokens) {
    var text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && tokens.get(i - 1).end() < tokens.get(i).offset()) {
        text.append(' ');
      }
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }
}
