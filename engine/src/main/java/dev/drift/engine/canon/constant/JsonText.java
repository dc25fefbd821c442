package dev.drift.engine.canon.constant;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The text of {@code jsonb}: keys by length then bytes, last one wins, {@code ", "} between. */
final class JsonText {
  private static final Comparator<String> KEYS =
      Comparator.<String>comparingInt(key -> key.getBytes(StandardCharsets.UTF_8).length)
          .thenComparing(
              (a, b) ->
                  Arrays.compareUnsigned(
                      a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  static Optional<String> canonical(String text) {
    var reader = new JsonText(text);
    try {
      String value = reader.value();
      reader.blanks();
      return reader.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (NotJson invalid) {
      return Optional.empty();
    }
  }

  private static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJson() {
      super("not JSON", null, false, false);
    }
  }

  private String value() {
    blanks();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private String object() {
    Map<String, String> fields = new TreeMap<>(KEYS);
    at++;
    blanks();
    while (peek() != '}') {
      String key = string();
      blanks();
      take(':');
      fields.put(key, value());
      separator('}');
    }
    at++;
    var out = new StringBuilder("{");
    fields.forEach(
        (key, value) ->
            out.append(out.length() > 1 ? ", " : "").append(key).append(": ").append(value));
    return out.append('}').toString();
  }

  private String array() {
    var out = new StringBuilder("[");
    at++;
    blanks();
    while (peek() != ']') {
      out.append(out.length() > 1 ? ", " : "").append(value());
      separator(']');
    }
    at++;
    return out.append(']').toString();
  }

  private void separator(char close) {
    blanks();
    if (peek() == ',') {
      at++;
      blanks();
    } else if (peek() != close) {
      throw new NotJson();
    }
  }

  /** A string with its quotes; {@code \\/} and {@code \\uXXXX} resolved as the server prints. */
  private String string() {
    blanks();
    take('"');
    var out = new StringBuilder("\"");
    while (peek() != '"') {
      char c = peek();
      if (c == '\0') {
        throw new NotJson();
      }
      at++;
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = peek();
      at++;
      if (escaped == 'u' && at + 4 <= text.length()) {
        char code = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        out.append(code < ' ' ? String.format("\\u%04x", (int) code) : String.valueOf(code));
      } else {
        out.append(escaped == '/' ? "/" : "\\" + escaped);
      }
    }
    at++;
    return out.append('"').toString();
  }

  private String number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      BigDecimal value = new BigDecimal(text.substring(from, at));
      return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    } catch (NumberFormatException invalid) {
      throw new NotJson();
    }
  }

  private String word(String word) {
    if (!text.startsWith(word, at)) {
      throw new NotJson();
    }
    at += word.length();
    return word;
  }

  private void take(char c) {
    if (peek() != c) {
      throw new NotJson();
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
