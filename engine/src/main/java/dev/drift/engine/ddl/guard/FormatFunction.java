package dev.drift.engine.ddl.guard;

import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;

/** {@code format('… %I %L %s %1$I …', …)} (manual section 9.4.1). */
final class FormatFunction {
  private FormatFunction() {}

  static Value apply(List<Value> arguments) {
    if (arguments.isEmpty() || !(arguments.get(0) instanceof Value.Text format)) {
      return arguments.isEmpty() || arguments.get(0) instanceof Value.Null
          ? Value.NULL
          : Value.UNKNOWN;
    }
    var text = new StringBuilder();
    String pattern = format.text();
    int next = 1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 >= pattern.length()) {
        text.append(c);
        continue;
      }
      int from = i + 1;
      int at = from;
      while (at < pattern.length() && "0123456789$-".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
      if (at >= pattern.length()) {
        return Value.UNKNOWN;
      }
      char type = pattern.charAt(at);
      i = at;
      if (type == '%') {
        text.append('%');
        continue;
      }
      int dollar = pattern.substring(from, at).indexOf('$');
      int index = dollar > 0 ? Integer.parseInt(pattern.substring(from, from + dollar)) : next;
      next = index + 1;
      if (index >= arguments.size()) {
        return Value.UNKNOWN;
      }
      text.append(piece(type, arguments.get(index)));
    }
    return Texts.of(text.toString());
  }

  private static String piece(char type, Value value) {
    Optional<String> known = Texts.text(value);
    return switch (type) {
      case 'I' -> known.map(Identifiers::quote).orElse(Texts.template(value));
      case 'L' ->
          value instanceof Value.Null
              ? "NULL"
              : known.map(Identifiers::literal).orElse("'" + Texts.template(value) + "'");
      case 's' -> Texts.template(value);
      default -> hole();
    };
  }

  private static String hole() {
    return String.valueOf(Value.Unknown.HOLE);
  }
}
