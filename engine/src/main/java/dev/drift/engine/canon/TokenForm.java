package dev.drift.engine.canon;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;

/** The form of SQL in which only spelling is evened out: case, quoting, escapes, white space. */
final class TokenForm {
  private TokenForm() {}

  /** {@return the token-level form of {@code sql}} */
  static String of(String sql) {
    return of(Tokenizer.tokenize(sql));
  }

  /** {@return the token-level form of {@code tokens}} */
  static String of(List<Token> tokens) {
    var form = new StringBuilder();
    for (Token token : tokens) {
      form.append(
          switch (token.type()) {
            case WORD -> token.value();
            case QUOTED_NAME -> Identifiers.quote(token.value());
            case STRING -> Identifiers.literal(token.value());
            case OPERATOR -> token.text().equals("!=") ? "<>" : token.text();
            case BIT_STRING, NUMBER, PARAMETER, SYMBOL, INVALID -> token.text();
          });
      form.append(' ');
    }
    return form.toString();
  }
}
