package dev.drift.engine.ddl.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Functions that take texts apart and put them together. */
final class TextFunctions {
  private TextFunctions() {}

  /** {@return the value of a function of a text; empty if it is none of these} */
  static Optional<Value> call(String name, List<Value> arguments) {
    Value first = arguments.get(0);
    return switch (name) {
      case "length", "char_length", "character_length" ->
          of(first, text -> Value.of(text.codePointCount(0, text.length())));
      case "initcap" -> of(first, text -> new Value.Text(capitalised(text)));
      case "reverse" -> of(first, text -> new Value.Text(new StringBuilder(text).reverse() + ""));
      case "ascii" -> of(first, text -> Value.of(text.isEmpty() ? 0 : text.codePointAt(0)));
      case "md5" -> of(first, text -> new Value.Text(md5(text)));
      case "translate" -> Optional.of(translated(arguments));
      case "starts_with" ->
          Optional.of(ofTwo(arguments, (text, prefix) -> Value.of(text.startsWith(prefix))));
      case "position" ->
          Optional.of(ofTwo(arguments, (piece, text) -> Value.of(text.indexOf(piece) + 1L)));
      case "strpos" ->
          Optional.of(ofTwo(arguments, (text, piece) -> Value.of(text.indexOf(piece) + 1L)));
      case "string_to_array" -> Optional.of(split(arguments));
      case "array_to_string" -> Optional.of(joined(arguments));
      case "replace" -> Optional.of(replace(arguments));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> of(Value value, Function<String, Value> function) {
    return Optional.of(Texts.text(value).map(function).orElse(Value.UNKNOWN));
  }

  private static Value ofTwo(List<Value> arguments, BiFunction<String, String, Value> function) {
    List<String> texts = texts(arguments);
    return texts.size() == 2 ? function.apply(texts.get(0), texts.get(1)) : Value.UNKNOWN;
  }

  private static String capitalised(String text) {
    var capitalised = new StringBuilder();
    boolean within = false;
    for (char c : text.toCharArray()) {
      capitalised.append(within ? Character.toLowerCase(c) : Character.toUpperCase(c));
      within = Character.isLetterOrDigit(c);
    }
    return capitalised.toString();
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static Value translated(List<Value> arguments) {
    List<String> texts = texts(arguments);
    if (texts.size() != 3) {
      return Value.UNKNOWN;
    }
    var translated = new StringBuilder();
    for (char c : texts.get(0).toCharArray()) {
      int at = texts.get(1).indexOf(c);
      if (at < 0) {
        translated.append(c);
      } else if (at < texts.get(2).length()) {
        translated.append(texts.get(2).charAt(at));
      }
    }
    return new Value.Text(translated.toString());
  }

  /** {@code concat_ws(separator, …)}, which passes nulls over. */
  static Value separated(List<Value> arguments) {
    Value separator = arguments.get(0);
    if (separator instanceof Value.Null) {
      return Value.NULL;
    }
    var pieces = new ArrayList<Value>();
    for (Value argument : arguments.subList(1, arguments.size())) {
      if (!(argument instanceof Value.Null)) {
        if (!pieces.isEmpty()) {
          pieces.add(separator);
        }
        pieces.add(argument);
      }
    }
    return Texts.join(pieces);
  }

  static Value split(List<Value> arguments) {
    List<String> texts = texts(arguments);
    if (texts.size() != 2) {
      return Value.UNKNOWN;
    }
    String[] parts = texts.get(0).split(Pattern.quote(texts.get(1)), -1);
    return new Value.Array(Arrays.stream(parts).<Value>map(Value.Text::new).toList());
  }

  private static Value joined(List<Value> arguments) {
    if (arguments.size() < 2 || !(arguments.get(0) instanceof Value.Array array)) {
      return Value.UNKNOWN;
    }
    var separated = new ArrayList<Value>();
    separated.add(arguments.get(1));
    separated.addAll(array.elements());
    return separated(separated);
  }

  private static List<String> texts(List<Value> arguments) {
    return arguments.stream().flatMap(v -> Texts.text(v).stream()).toList();
  }

  private static Value replace(List<Value> arguments) {
    List<String> texts = texts(arguments);
    return texts.size() == 3
        ? new Value.Text(texts.get(0).replace(texts.get(1), texts.get(2)))
        : Value.UNKNOWN;
  }
}
