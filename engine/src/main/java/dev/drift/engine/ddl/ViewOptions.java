package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options of views: {@code (security_barrier, check_option = local, …)}. */
final class ViewOptions {
  private ViewOptions() {}

  /** Reads {@code ( name [= value], … )}; an option without value is {@code true}. */
  static SortedMap<String, String> read(TokenReader tokens) {
    var group = new TokenReader(tokens.group());
    var options = new TreeMap<String, String>();
    while (!group.atEnd()) {
      var name = new StringBuilder(group.name());
      while (group.acceptSymbol(".")) {
        name.append('.').append(group.name());
      }
      options.put(name.toString(), group.acceptSymbol("=") ? value(group) : "true");
      if (!group.acceptSymbol(",") && !group.atEnd()) {
        throw group.unexpected("\",\"");
      }
    }
    return options;
  }

  private static String value(TokenReader tokens) {
    var value = new StringBuilder();
    while (!tokens.atEnd() && !tokens.atSymbol(",")) {
      Token token = tokens.next();
      value.append(token.value());
    }
    return value.toString();
  }

  /** Takes away the options named in {@code ( name, … )}. */
  static SortedMap<String, String> without(TokenReader tokens, SortedMap<String, String> options) {
    var rest = new TreeMap<>(options);
    read(tokens).keySet().forEach(rest::remove);
    return rest;
  }

  /** Puts the options of {@code ( name = value, … )} over {@code options}. */
  static SortedMap<String, String> with(TokenReader tokens, SortedMap<String, String> options) {
    var all = new TreeMap<>(options);
    all.putAll(read(tokens));
    return all;
  }
}
