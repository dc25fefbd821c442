package dev.drift.engine.canon.constant;

import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of an array: {@code { a , "b" }} → {@code {a,b}} (arrayfuncs.c, array_out). */
public final class ArrayText {
  private final String text;
  private int at;

  private ArrayText(String text) {
    this.text = text;
  }

  static Optional<String> canonical(TypeName element, String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{")) {
      return Optional.empty();
    }
    var out = new StringBuilder();
    var reader = new ArrayText(trimmed);
    return reader.read(element, out) && reader.at == trimmed.length()
        ? Optional.of(out.toString())
        : Optional.empty();
  }

  /** {@return the elements of a one-dimensional array's text, nulls as {@code NULL}} */
  public static Optional<List<String>> elements(String text) {
    var reader = new ArrayText(text.strip());
    var elements = new ArrayList<String>();
    if (!reader.text.startsWith("{")) {
      return Optional.empty();
    }
    reader.at++;
    reader.blanks();
    while (reader.peek() != '}') {
      if (reader.peek() == '{' || reader.peek() == '\0') {
        return Optional.empty();
      }
      elements.add(reader.element());
      reader.blanks();
      if (reader.peek() == ',') {
        reader.at++;
        reader.blanks();
      } else if (reader.peek() != '}') {
        return Optional.empty();
      }
    }
    return Optional.of(elements);
  }

  /** {@return the text of a one-dimensional array of {@code elements}, none of them null} */
  public static String of(List<String> elements) {
    return elements.stream().map(ArrayText::quote).collect(Collectors.joining(",", "{", "}"));
  }

  private boolean read(TypeName type, StringBuilder out) {
    at++;
    out.append('{');
    blanks();
    while (peek() != '}') {
      if (peek() == '{') {
        if (!read(type, out)) {
          return false;
        }
      } else if (peek() == '\0') {
        return false;
      } else {
        boolean quoted = peek() == '"';
        String element = element();
        boolean isNull = !quoted && element.equalsIgnoreCase("null");
        out.append(isNull ? "NULL" : quote(Constants.canonical(type, element).orElse(element)));
      }
      blanks();
      if (peek() == ',') {
        at++;
        out.append(',');
        blanks();
      } else if (peek() != '}') {
        return false;
      }
    }
    at++;
    out.append('}');
    return true;
  }

  private String element() {
    var element = new StringBuilder();
    if (peek() == '"') {
      at++;
      while (peek() != '"' && peek() != '\0') {
        if (peek() == '\\') {
          at++;
        }
        element.append(peek());
        at++;
      }
      at++;
      return element.toString();
    }
    while (peek() != ',' && peek() != '}' && peek() != '\0') {
      if (peek() == '\\') {
        at++;
      }
      element.append(peek());
      at++;
    }
    return element.toString().strip();
  }

  private static String quote(String element) {
    boolean plain =
        !element.isEmpty()
            && !element.equalsIgnoreCase("null")
            && element.chars().noneMatch(c -> "{},\"\\ \t\n\r\u000B\f".indexOf(c) >= 0);
    return plain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void blanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
