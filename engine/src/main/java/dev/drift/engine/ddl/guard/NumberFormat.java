package dev.drift.engine.ddl.guard;

import java.math.BigDecimal;
import java.util.Optional;

/** {@code to_char(number, '…')} for whole numbers and patterns that only pad. */
final class NumberFormat {
  private NumberFormat() {}

  /** {@return the text; empty for patterns with anything but digits} */
  static Optional<String> format(BigDecimal number, String pattern) {
    boolean fill = pattern.startsWith("FM") || pattern.startsWith("fm");
    String digits = fill ? pattern.substring(2) : pattern;
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!digits.matches("0[09]*") || !whole || number.signum() < 0) {
      return Optional.empty();
    }
    String text = number.toBigInteger().toString();
    if (text.length() > digits.length()) {
      return Optional.empty();
    }
    return Optional.of((fill ? "" : " ") + "0".repeat(digits.length() - text.length()) + text);
  }
}
