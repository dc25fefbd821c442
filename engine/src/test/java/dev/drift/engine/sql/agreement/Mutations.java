package dev.drift.engine.sql.agreement;

import dev.drift.engine.choice.Dice;
import java.util.List;

/** Breaks text in places where it matters to a scanner. */
final class Mutations {
  private static final List<String> PARTS =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "$$",
          "$a$",
          "$b$",
          "$",
          "$1",
          "/*",
          "*/",
          "/*/",
          "--",
          "--\n",
          "(",
          ")",
          "[",
          "]",
          ";",
          ";;",
          "\\",
          "\n",
          "\r",
          "\t",
          "\f",
          "\u000B",
          "E'",
          "e'\\'",
          "E'\\\\'",
          "\\'",
          "U&'",
          "U&\"",
          "UESCAPE '!'",
          "uescape",
          "N'",
          "B'01'",
          "X'1f",
          "x''",
          " BEGIN ATOMIC ",
          " END ",
          " CASE ",
          " begin ",
          "atomic",
          "CREATE FUNCTION ",
          "create or replace procedure ",
          " RETURN ",
          "+",
          "-",
          "*",
          "<",
          ">",
          "=",
          "!",
          "@",
          "#",
          "%",
          "^",
          "&",
          "|",
          "~",
          "`",
          "?",
          "<->",
          "@-",
          "->>",
          ":=",
          "=>",
          "::",
          ":",
          ".",
          "..",
          ",",
          "1",
          "1.5",
          ".5",
          "1e5",
          "1e",
          "0x1f",
          "1_000",
          "é",
          "日本",
          "\uD83D\uDE00",
          "\u00A0",
          "a",
          "Ab",
          " ",
          "'a'\n'b'",
          "'a' 'b'",
          "'x' -- y\n 'z'",
          "''''",
          "\"a;b\"",
          "';'",
          "$$;$$",
          "/* ; */",
          "-- ;\n",
          "/* /* */",
          "/**/",
          "{",
          "}");

  private final Dice dice;

  Mutations(Dice dice) {
    this.dice = dice;
  }

  /** {@return {@code text} changed in one to five places} */
  String mutate(String text) {
    var out = new StringBuilder(text);
    for (int i = dice.below(5); i >= 0; i--) {
      int at = dice.below(out.length() + 1);
      switch (dice.below(6)) {
        case 0, 1, 2 -> out.insert(at, dice.one(PARTS));
        case 3 -> out.delete(at, Math.min(out.length(), at + 1 + dice.below(3)));
        case 4 -> out.delete(at, Math.min(out.length(), at + dice.below(40)));
        default -> out.insert(dice.below(out.length() + 1), slice(out));
      }
      if (out.isEmpty()) {
        out.append(';');
      }
    }
    return whole(out.toString());
  }

  private String slice(StringBuilder out) {
    int from = dice.below(out.length());
    return out.substring(from, Math.min(out.length(), from + dice.below(30)));
  }

  /** {@return {@code text} without halves of characters, which cannot be sent} */
  static String whole(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
