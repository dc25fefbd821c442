package dev.drift.engine.ddl.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions, as far as PostgreSQL's and Java's mean the same. */
final class PatternFunctions {
  private static final Map<String, String> CLASSES =
      Map.of(
          "alpha", "\\p{Alpha}",
          "digit", "\\p{Digit}",
          "alnum", "\\p{Alnum}",
          "upper", "\\p{Upper}",
          "lower", "\\p{Lower}",
          "space", "\\s",
          "punct", "\\p{Punct}",
          "xdigit", "\\p{XDigit}");

  /** Escapes that mean something else in Java, or nothing. */
  private static final Map<Character, String> ESCAPES =
      Map.of('y', "\\b", 'Y', "\\B", 'm', "\\b(?=\\w)", 'M', "\\b(?<=\\w)");

  private PatternFunctions() {}

  /** {@return the pattern; empty if Java has none that means the same} */
  static Optional<Pattern> compile(String pattern, boolean ignoreCase) {
    var java = new StringBuilder();
    boolean bracketed = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (bracketed && c == '[') {
        int end = pattern.indexOf(":]", i);
        String named =
            pattern.startsWith("[:", i) && end > 0
                ? CLASSES.getOrDefault(pattern.substring(i + 2, end), "")
                : "\\[";
        if (named.isEmpty()) {
          return Optional.empty();
        }
        java.append(named);
        i = named.equals("\\[") ? i : end + 1;
      } else if (c == '\\' && i + 1 < pattern.length()) {
        char escaped = pattern.charAt(++i);
        if (Character.isLetter(escaped) && "dDsSwWnrtbyYmMA".indexOf(escaped) < 0
            || escaped == 'b') {
          return Optional.empty();
        }
        java.append(ESCAPES.getOrDefault(escaped, "\\" + escaped));
      } else {
        bracketed = bracketed ? c != ']' : c == '[';
        java.append(c == '&' && bracketed ? "\\&" : String.valueOf(c));
      }
    }
    try {
      int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
      return pattern.startsWith("***")
          ? Optional.empty()
          : Optional.of(Pattern.compile(java.toString(), flags));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** {@code regexp_replace(text, pattern, replacement [, flags])}. */
  static Value replace(List<Value> arguments) {
    Optional<String> pattern =
        arguments.size() < 3 ? Optional.empty() : Texts.text(arguments.get(1));
    Optional<String> replacement =
        arguments.size() < 3 ? Optional.empty() : Texts.text(arguments.get(2));
    String flags = arguments.size() > 3 ? Texts.text(arguments.get(3)).orElse("?") : "";
    Optional<Pattern> compiled = pattern.flatMap(p -> compile(p, flags.contains("i")));
    if (compiled.isEmpty()
        || replacement.isEmpty()
        || !flags.chars().allMatch(flag -> flag == 'g' || flag == 'i')) {
      return Value.UNKNOWN;
    }
    String text =
        Texts.template(arguments.get(0))
            .replace(String.valueOf(Value.Unknown.HOLE), Value.Unknown.MARK);
    try {
      var matcher = compiled.get().matcher(text);
      String by =
          replacement
              .get()
              .replace("$", "\\$")
              .replace("\\&", "\\0")
              .replaceAll("\\\\(\\d)", "\\$$1");
      return Value.Unknown.ofMarked(
          flags.contains("g") ? matcher.replaceAll(by) : matcher.replaceFirst(by));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Value.UNKNOWN;
    }
  }

  /** {@code regexp_split_to_array(text, pattern)}. */
  static Value split(List<Value> arguments) {
    Optional<String> text = Texts.text(arguments.get(0));
    Optional<Pattern> pattern =
        arguments.size() == 2
            ? Texts.text(arguments.get(1)).flatMap(p -> compile(p, false))
            : Optional.empty();
    if (text.isEmpty() || pattern.filter(p -> !p.matcher("").matches()).isEmpty()) {
      return Value.UNKNOWN;
    }
    return new Value.Array(
        Arrays.stream(pattern.get().split(text.get(), -1)).<Value>map(Value.Text::new).toList());
  }

  /** {@code substring(text, pattern)}: what the first group matches, or all of the pattern. */
  static Value first(String text, String pattern) {
    return compile(pattern, false)
        .map(compiled -> compiled.matcher(text))
        .map(
            matcher -> {
              String found = matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : "";
              return matcher.hasMatch() ? new Value.Text(found) : Value.NULL;
            })
        .orElse(Value.UNKNOWN);
  }
}
