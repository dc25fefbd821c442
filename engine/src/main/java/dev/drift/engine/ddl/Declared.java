package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.ArrayFunctions;
import dev.drift.engine.ddl.guard.Casts;
import dev.drift.engine.ddl.guard.Moment;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.sql.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The value that a variable takes in its declared type. */
final class Declared {
  private static final Set<String> NUMBERS =
      Set.of("int", "integer", "bigint", "smallint", "numeric");

  private static final Set<String> TEXTS = Set.of("text", "varchar", "character varying", "name");

  private static final String ARRAY = "[]";

  private Declared() {}

  /** {@return whether variables of the type hold rows} */
  static boolean isRecord(List<Token> type) {
    return type.stream().anyMatch(token -> token.is("record") || token.is("rowtype"));
  }

  /** {@return the type, if it is one word, or an array of that, or a time stamp; else nothing} */
  static String word(List<Token> type) {
    if (type.stream().anyMatch(token -> token.isSymbol("[") || token.is("array"))) {
      return type.get(0).value() + ARRAY;
    }
    if (type.get(0).is("timestamp")) {
      return type.stream().map(Token::value).collect(Collectors.joining(" "));
    }
    return type.size() == 1 ? type.get(0).value() : "";
  }

  /** Makes numbers, texts, times and arrays of each other as the type says, or leaves the value. */
  static Value cast(Value value, String name, Now now) {
    if (Casts.isMoment(name)) {
      return value.isUnknown() ? value : Casts.moment(value, name, now);
    }
    if (value instanceof Moment moment && TEXTS.contains(name)) {
      return Casts.text(moment);
    }
    if (name.endsWith(ARRAY) && value instanceof Value.Text text) {
      return ArrayFunctions.parse(text.text());
    }
    if (NUMBERS.contains(name) && value instanceof Value.Text text) {
      try {
        return new Value.Numeric(new BigDecimal(text.text().strip()));
      } catch (NumberFormatException e) {
        return Value.UNKNOWN;
      }
    }
    return name.equals("text") && value instanceof Value.Numeric number
        ? new Value.Text(number.number().toPlainString())
        : value;
  }
}
