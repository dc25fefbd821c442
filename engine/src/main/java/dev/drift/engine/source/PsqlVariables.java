package dev.drift.engine.source;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.MetaCommands;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * psql's variables and the places that name them: {@code :name}, {@code :'name'}, {@code :"name"}.
 */
final class PsqlVariables {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern TEST = Pattern.compile(":\\{\\?(?<name>[\\p{L}\\p{N}_]+)\\}");

  private final Map<String, String> values;

  PsqlVariables(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  void unset(String name) {
    values.remove(name);
  }

  boolean occurIn(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (valueAt(tokens, i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** {@return the part of {@code text} that these tokens span, with the variables filled in} */
  FileText fill(FileText text, List<Token> tokens) {
    Token last = tokens.get(tokens.size() - 1);
    var substitution = new Substitution(text.text(), tokens.get(0).offset());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Optional<String> value = valueAt(tokens, i);
      if (value.isPresent()) {
        substitution.replace(tokens.get(i).offset(), tokens.get(i + 1).end(), value.get());
        i++;
      }
    }
    String filled = substitution.finish(last.end());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }

  /** {@return an argument of a meta-command as it counts: variables filled in, quotes gone} */
  String expand(String argument) {
    Matcher test = TEST.matcher(argument);
    if (test.matches()) {
      return values.containsKey(test.group("name")) ? "TRUE" : "FALSE";
    }
    if (argument.startsWith(":") && NAME.matcher(argument.substring(1)).matches()) {
      return Optional.ofNullable(values.get(argument.substring(1))).orElse(argument);
    }
    if (argument.startsWith(":'") || argument.startsWith(":\"")) {
      String name = MetaCommands.unquote(argument.substring(1));
      return Optional.ofNullable(values.get(name))
          .map(v -> quoted(v, argument.charAt(1)))
          .orElse(argument);
    }
    return MetaCommands.unquote(argument);
  }

  private Optional<String> valueAt(List<Token> tokens, int index) {
    Token colon = tokens.get(index);
    Token next = tokens.get(index + 1);
    if (!colon.isSymbol(":") || colon.end() != next.offset()) {
      return Optional.empty();
    }
    String written = next.text();
    char first = written.charAt(0);
    boolean quoted = first == '\'' || first == '"';
    String name = quoted ? written.substring(1, Math.max(1, written.length() - 1)) : written;
    return NAME.matcher(name).matches()
        ? Optional.ofNullable(values.get(name)).map(v -> quoted ? quoted(v, first) : v)
        : Optional.empty();
  }

  private static String quoted(String value, char quote) {
    return quote == '\'' ? Identifiers.literal(value) : '"' + value.replace("\"", "\"\"") + '"';
  }
}
