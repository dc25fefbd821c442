package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Functions that cut pieces of texts off, or add some, as numbers say. */
final class PieceFunctions {
  private PieceFunctions() {}

  /** {@return the value of the function; empty if it is none of these} */
  static Optional<Value> call(String name, List<Value> arguments) {
    return switch (name) {
      case "left", "right" -> Optional.of(end(name, arguments));
      case "lpad", "rpad" -> Optional.of(padded(name, arguments));
      case "trim", "btrim", "ltrim", "rtrim" -> Optional.of(trimmed(name, arguments));
      case "substring", "substr" -> Optional.of(substring(arguments));
      case "repeat" -> Optional.of(repeated(arguments));
      case "split_part" -> Optional.of(part(arguments));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(List<Value> arguments, int index) {
    return index < arguments.size() && arguments.get(index) instanceof Value.Numeric number
        ? Optional.of(number.number().intValue())
        : Optional.empty();
  }

  private static Value end(String name, List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<Integer> count = number(arguments, 1);
    if (text.isEmpty() || count.isEmpty()) {
      return Value.UNKNOWN;
    }
    int length = text.get().length();
    int wanted =
        Math.max(0, Math.min(length, count.get() < 0 ? length + count.get() : count.get()));
    return new Value.Text(
        name.equals("left")
            ? text.get().substring(0, wanted)
            : text.get().substring(length - wanted));
  }

  /** {@code lpad(text, length [, fill])}. */
  private static Value padded(String name, List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<String> fill = arguments.size() > 2 ? Texts.text(arguments.get(2)) : Optional.of(" ");
    Optional<Integer> wanted = number(arguments, 1);
    if (text.isEmpty() || fill.filter(f -> f.length() == 1).isEmpty() || wanted.isEmpty()) {
      return Value.UNKNOWN;
    }
    int length = Math.max(0, wanted.get());
    if (text.get().length() >= length) {
      return new Value.Text(text.get().substring(0, length));
    }
    String padding = fill.get().repeat(length - text.get().length());
    return new Value.Text(name.equals("lpad") ? padding + text.get() : text.get() + padding);
  }

  /** Takes any of the characters, or blanks, off the ends. */
  private static Value trimmed(String name, List<Value> arguments) {
    Optional<String> characters =
        arguments.size() > 1 ? Texts.text(arguments.get(1)) : Optional.of(" ");
    if (characters.isEmpty() || characters.get().isEmpty()) {
      return characters.isEmpty() ? Value.UNKNOWN : arguments.get(0);
    }
    String any = "[" + characters.get().replaceAll("([^\\p{Alnum}])", "\\\\$1") + "]+";
    String text = Texts.template(arguments.get(0));
    String begun =
        name.equals("rtrim") ? text : Pattern.compile("^" + any).matcher(text).replaceFirst("");
    return Texts.of(
        name.equals("ltrim") ? begun : Pattern.compile(any + "$").matcher(begun).replaceFirst(""));
  }

  /** {@code substring(text, from [, count])} or {@code substring(text, pattern)}. */
  private static Value substring(List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    if (text.isEmpty()) {
      return Value.UNKNOWN;
    }
    if (arguments.size() == 2 && arguments.get(1) instanceof Value.Text pattern) {
      return PatternFunctions.first(text.get(), pattern.text());
    }
    Optional<Integer> from = number(arguments, 1);
    int length = text.get().length();
    Optional<Integer> count = arguments.size() > 2 ? number(arguments, 2) : Optional.of(length);
    if (from.isEmpty() || count.isEmpty() || count.get() < 0) {
      return Value.UNKNOWN;
    }
    long end = arguments.size() > 2 ? (long) from.get() - 1 + count.get() : length;
    int begin = Math.clamp(from.get() - 1L, 0, length);
    return new Value.Text(text.get().substring(begin, Math.clamp(end, begin, length)));
  }

  private static Value repeated(List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<Integer> times = number(arguments, 1).filter(count -> count < 1_000);
    return text.isEmpty() || times.isEmpty()
        ? Value.UNKNOWN
        : new Value.Text(text.get().repeat(Math.max(0, times.get())));
  }

  /** {@code split_part(text, separator, n)}; from the end where {@code n} is negative. */
  private static Value part(List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<String> separator =
        arguments.size() > 1 ? Texts.text(arguments.get(1)) : Optional.empty();
    Optional<Integer> index = number(arguments, 2);
    if (text.isEmpty() || separator.isEmpty() || index.isEmpty()) {
      return Value.UNKNOWN;
    }
    String[] parts = text.get().split(Pattern.quote(separator.get()), -1);
    int at = index.get() < 0 ? parts.length + index.get() : index.get() - 1;
    return new Value.Text(at >= 0 && at < parts.length ? parts[at] : "");
  }
}
