package dev.drift.engine.ddl.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Functions that take texts apart and put them together. */
final class TextFunctions {
  private TextFunctions() {}

  static Value position(String name, List<Value> arguments) {
    List<String> texts = texts(arguments);
    if (texts.size() != 2) {
      return Value.UNKNOWN;
    }
    boolean pieceFirst = name.equals("position");
    return Value.of(texts.get(pieceFirst ? 1 : 0).indexOf(texts.get(pieceFirst ? 0 : 1)) + 1L);
  }

  static Value end(String name, List<Value> arguments) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Value.Text text)
        || !(arguments.get(1) instanceof Value.Numeric number)) {
      return Value.UNKNOWN;
    }
    int length = text.text().length();
    int count = number.number().intValue();
    int wanted = Math.max(0, Math.min(length, count < 0 ? length + count : count));
    return new Value.Text(
        name.equals("left")
            ? text.text().substring(0, wanted)
            : text.text().substring(length - wanted));
  }

  /** {@code lpad(text, length [, fill])}. */
  static Value padded(String name, List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<String> fill = arguments.size() > 2 ? Texts.text(arguments.get(2)) : Optional.of(" ");
    if (text.isEmpty()
        || fill.filter(f -> f.length() == 1).isEmpty()
        || !(arguments.get(1) instanceof Value.Numeric number)) {
      return Value.UNKNOWN;
    }
    int length = Math.max(0, number.number().intValue());
    if (text.get().length() >= length) {
      return new Value.Text(text.get().substring(0, length));
    }
    String padding = fill.get().repeat(length - text.get().length());
    return new Value.Text(name.equals("lpad") ? padding + text.get() : text.get() + padding);
  }

  static Value split(List<Value> arguments) {
    List<String> texts = texts(arguments);
    if (texts.size() != 2) {
      return Value.UNKNOWN;
    }
    String[] parts = texts.get(0).split(Pattern.quote(texts.get(1)), -1);
    return new Value.Array(Arrays.stream(parts).<Value>map(Value.Text::new).toList());
  }

  static Value joined(List<Value> arguments) {
    if (arguments.size() < 2 || !(arguments.get(0) instanceof Value.Array array)) {
      return Value.UNKNOWN;
    }
    var pieces = new ArrayList<Value>();
    for (Value element : array.elements()) {
      if (!pieces.isEmpty()) {
        pieces.add(arguments.get(1));
      }
      pieces.add(element);
    }
    return Texts.join(pieces);
  }

  private static List<String> texts(List<Value> arguments) {
    return arguments.stream().flatMap(v -> Texts.text(v).stream()).toList();
  }

  static Value replace(List<Value> arguments) {
    List<String> texts = texts(arguments);
    return texts.size() == 3
        ? new Value.Text(texts.get(0).replace(texts.get(1), texts.get(2)))
        : Value.UNKNOWN;
  }

  static Value splitPart(List<Value> arguments) {
    List<String> texts = texts(arguments);
    if (texts.size() != 3 || !(arguments.get(2) instanceof Value.Numeric index)) {
      return Value.UNKNOWN;
    }
    String[] parts = texts.get(0).split(Pattern.quote(texts.get(1)), -1);
    int at = index.number().intValue();
    return new Value.Text(at >= 1 && at <= parts.length ? parts[at - 1] : "");
  }
}
