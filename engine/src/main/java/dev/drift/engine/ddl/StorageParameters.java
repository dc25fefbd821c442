package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code (name = value, toast.name = value, name)} as reloptions keep it. */
final class StorageParameters {
  private StorageParameters() {}

  /** {@return the parameters; one without value is {@code true}} */
  static SortedMap<String, String> read(TokenReader tokens) {
    var parameters = new TreeMap<String, String>();
    tokens.expectSymbol("(");
    do {
      String name = name(tokens);
      parameters.put(name, tokens.acceptSymbol("=") ? value(tokens) : "true");
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return parameters;
  }

  /** Reads {@code WITH (…)} if it comes next; WITH OIDS and WITHOUT OIDS say nothing any more. */
  static SortedMap<String, String> readWith(TokenReader tokens) {
    if (tokens.accept("without", "oids") || tokens.accept("with", "oids")) {
      return Collections.emptySortedMap();
    }
    if (!tokens.at("with") || !tokens.peek(1).map(t -> t.isSymbol("(")).orElse(false)) {
      return Collections.emptySortedMap();
    }
    tokens.next();
    SortedMap<String, String> parameters = read(tokens);
    parameters.remove("oids");
    return parameters;
  }

  /** Reads the names in {@code (name, …)}, as RESET has them. */
  static SortedSet<String> readNames(TokenReader tokens) {
    var names = new TreeSet<String>();
    tokens.expectSymbol("(");
    do {
      names.add(name(tokens));
      if (tokens.acceptSymbol("=")) {
        value(tokens);
      }
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return names;
  }

  private static String name(TokenReader tokens) {
    String name = tokens.name();
    return tokens.acceptSymbol(".") ? name + '.' + tokens.name() : name;
  }

  private static String value(TokenReader tokens) {
    String sign = "";
    if (tokens.acceptSymbol("-")) {
      sign = "-";
    } else {
      tokens.acceptSymbol("+");
    }
    Token value = tokens.next();
    return sign + value.value();
  }
}
