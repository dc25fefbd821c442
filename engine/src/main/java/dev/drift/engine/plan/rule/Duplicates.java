package dev.drift.engine.plan.rule;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a unique index would refuse.
 *
 * @param keys what has to be unique together
 * @param nullsToo whether rows with NULLs are equal to each other
 */
record Duplicates(List<String> keys, Optional<String> predicate, boolean nullsToo) {

  /** {@return the clauses of a query behind FROM that leave a row for each such value} */
  String clauses() {
    var conditions = new ArrayList<String>();
    predicate.ifPresent(where -> conditions.add("(" + where + ")"));
    if (!nullsToo) {
      keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
    }
    List<String> groups = keys.stream().filter(key -> !isConstant(key)).toList();
    return clause(" WHERE ", " AND ", conditions)
        + clause(" GROUP BY ", ", ", groups)
        + " HAVING count(*) > 1";
  }

  private static String clause(String words, String between, List<String> parts) {
    return parts.isEmpty() ? "" : words + String.join(between, parts);
  }

  /** The server groups by no constant; of {@code UNIQUE ((true))} all rows are one group. */
  private static boolean isConstant(String key) {
    return Tokenizer.tokenize(key).stream()
        .filter(Token::isName)
        .allMatch(token -> token.is("true") || token.is("false"));
  }
}
