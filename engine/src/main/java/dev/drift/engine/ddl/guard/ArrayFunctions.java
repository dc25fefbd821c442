package dev.drift.engine.ddl.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrays of one dimension: read from text, measured. */
public final class ArrayFunctions {
  private ArrayFunctions() {}

  /** Reads {@code {a,"b c",NULL}} (array_in); unknown if it has braces inside. */
  public static Value parse(String literal) {
    String text = literal.strip();
    if (!text.startsWith("{") || !text.endsWith("}") || text.lastIndexOf('{') > 0) {
      return Value.UNKNOWN;
    }
    var elements = new ArrayList<Value>();
    var element = new StringBuilder();
    boolean quoted = false;
    boolean within = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (within && c == '\\') {
        i++;
        element.append(text.charAt(i));
      } else if (c == '"') {
        within = !within;
        quoted = true;
      } else if (within || c != ',' && i < text.length() - 1) {
        element.append(c);
      } else {
        add(elements, element.toString(), quoted);
        element.setLength(0);
        quoted = false;
      }
    }
    return within ? Value.UNKNOWN : new Value.Array(elements);
  }

  private static void add(List<Value> elements, String text, boolean quoted) {
    String element = quoted ? text : text.strip();
    if (quoted || !element.isEmpty()) {
      elements.add(
          !quoted && element.equalsIgnoreCase("null") ? Value.NULL : new Value.Text(element));
    }
  }

  /** {@return the value of a function of an array; empty if it is none of these} */
  static Optional<Value> call(String name, Value array) {
    return switch (name) {
      case "array_length", "array_upper" -> Optional.of(size(array, Value.NULL));
      case "cardinality" -> Optional.of(size(array, Value.of(0)));
      case "array_lower" -> {
        Value size = size(array, Value.NULL);
        yield Optional.of(size instanceof Value.Numeric ? Value.of(1) : size);
      }
      default -> Optional.empty();
    };
  }

  private static Value size(Value value, Value ofNone) {
    if (!(value instanceof Value.Array array)) {
      return Value.UNKNOWN;
    }
    return array.elements().isEmpty() ? ofNone : Value.of(array.elements().size());
  }
}
