package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Functions with regular expressions, as far as PostgreSQL's and Java's mean the same. */
final class PatternFunctions {
  private PatternFunctions() {}

  /** {@code regexp_replace(text, pattern, replacement [, flags])}. */
  static Value replace(List<Value> arguments) {
    Optional<String> pattern =
        arguments.size() < 3 ? Optional.empty() : Texts.text(arguments.get(1));
    Optional<String> replacement =
        arguments.size() < 3 ? Optional.empty() : Texts.text(arguments.get(2));
    if (pattern.isEmpty() || replacement.isEmpty()) {
      return Value.UNKNOWN;
    }
    String flags = arguments.size() > 3 ? Texts.text(arguments.get(3)).orElse("?") : "";
    if (!flags.chars().allMatch(flag -> flag == 'g' || flag == 'i')) {
      return Value.UNKNOWN;
    }
    String text =
        Texts.template(arguments.get(0))
            .replace(String.valueOf(Value.Unknown.HOLE), Value.Unknown.MARK);
    try {
      int mode = flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
      var matcher = Pattern.compile(pattern.get(), mode).matcher(text);
      String by = replacement.get().replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
      return Value.Unknown.ofMarked(
          flags.contains("g") ? matcher.replaceAll(by) : matcher.replaceFirst(by));
    } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
      return Value.UNKNOWN;
    }
  }
}
