package dev.drift.engine.source;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.MetaCommands;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
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

  /** What an argument of a meta-command consists of. */
  private static final Pattern PART =
      Pattern.compile(
          ":\\{\\?(?<test>[\\p{L}\\p{N}_]+)\\}|:(?<plain>[\\p{L}\\p{N}_]+)"
              + "|:(?<quoted>'[\\p{L}\\p{N}_]+'|\"[\\p{L}\\p{N}_]+\")"
              + "|'(?:[^'\\\\]|\\\\.|'')*+'|\"[^\"]*\"|.",
          Pattern.DOTALL);

  /** A column of a query that is a constant with a name. */
  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?<value>'[^']*'|-?[\\d.]+|(?i:true|false))( :: \\w+)?( (?i:as))?"
              + " (?<name>\\w+|\"[^\"]*\") ?");

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
      if (isColon(tokens.get(i)) && valueAt(tokens, i).isPresent()) {
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

  /** A variable without a value, and the colon of the place that names it. */
  record Missing(String name, Token at) {}

  /** {@return the variables without a value that are named, but where a role is named} */
  List<Missing> missing(List<Token> tokens) {
    var missing = new ArrayList<Missing>();
    int brackets = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() != Token.Type.SYMBOL) {
        continue;
      }
      brackets += token.isSymbol("[") ? 1 : token.isSymbol("]") ? -1 : 0;
      if (brackets == 0 && isColon(token)) {
        Optional<String> name = nameAt(tokens, i).filter(n -> !values.containsKey(n));
        if (name.isPresent() && !RolePlaces.isRole(tokens, i)) {
          missing.add(new Missing(name.get(), token));
        }
      }
    }
    return missing;
  }

  /**
   * Sets the variables that {@code \gset} makes of a query's columns, those that are constants; the
   * others keep the values that were given.
   */
  void query(List<Token> select, String prefix) {
    Matcher constant = CONSTANT.matcher("");
    var text = new StringBuilder();
    for (Token token : select.subList(1, select.size())) {
      text.append(token.text()).append(' ');
    }
    for (String item : text.toString().split(" , ")) {
      if (constant.reset(item).matches()) {
        values.put(
            prefix + MetaCommands.unquote(constant.group("name")),
            MetaCommands.unquote(constant.group("value")));
      }
    }
  }

  /** {@return an argument of a meta-command as it counts: variables filled in, quotes gone} */
  String expand(String argument) {
    var out = new StringBuilder();
    Matcher part = PART.matcher(argument);
    while (part.find()) {
      out.append(part(part));
    }
    return out.toString();
  }

  private String part(Matcher part) {
    String test = part.group("test");
    if (test != null) {
      return values.containsKey(test) ? "TRUE" : "FALSE";
    }
    String plain = part.group("plain");
    if (plain != null) {
      return Optional.ofNullable(values.get(plain)).orElse(part.group());
    }
    String quoted = part.group("quoted");
    if (quoted != null) {
      return Optional.ofNullable(values.get(MetaCommands.unquote(quoted)))
          .map(v -> quoted(v, quoted.charAt(0)))
          .orElse(part.group());
    }
    return MetaCommands.unquote(part.group());
  }

  private Optional<String> valueAt(List<Token> tokens, int index) {
    char first = tokens.get(index + 1).text().charAt(0);
    boolean quoted = first == '\'' || first == '"';
    return nameAt(tokens, index)
        .flatMap(n -> Optional.ofNullable(values.get(n)))
        .map(v -> quoted ? quoted(v, first) : v);
  }

  private static boolean isColon(Token token) {
    return token.isSymbol(":");
  }

  /** {@return the variable that the colon at {@code index} and the token behind it name} */
  private static Optional<String> nameAt(List<Token> tokens, int index) {
    Token colon = tokens.get(index);
    Token next = tokens.get(index + 1);
    if (!isColon(colon) || colon.end() != next.offset()) {
      return Optional.empty();
    }
    String written = next.text();
    char first = written.charAt(0);
    boolean quoted = first == '\'' || first == '"';
    String name = quoted ? written.substring(1, Math.max(1, written.length() - 1)) : written;
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  private static String quoted(String value, char quote) {
    return quote == '\'' ? Identifiers.literal(value) : '"' + value.replace("\"", "\"\"") + '"';
  }
}
