package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Names within strings, as {@code regclass} reads them. */
public final class DottedNames {
  private DottedNames() {}

  /** {@return the parts of a dotted name, folded and unquoted; the text itself if it is none} */
  public static List<String> path(String text) {
    var path = new ArrayList<String>();
    List<Token> tokens = Tokenizer.tokenize(text);
    for (int i = 0; i < tokens.size(); i++) {
      boolean fits = i % 2 == 0 ? tokens.get(i).isName() : tokens.get(i).isSymbol(".");
      if (!fits) {
        return List.of(text);
      }
      if (i % 2 == 0) {
        path.add(tokens.get(i).value());
      }
    }
    return path.isEmpty() ? List.of(text) : path;
  }
}
