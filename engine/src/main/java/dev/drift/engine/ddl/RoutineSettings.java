package dev.drift.engine.ddl;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The SET clauses of routines, as pg_proc.proconfig keeps them (guc.c). */
final class RoutineSettings {
  /** Parameters whose value is a list of names, each quoted where it must be (GUC_LIST_QUOTE). */
  private static final Set<String> LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "session_preload_libraries",
          "shared_preload_libraries",
          "local_preload_libraries",
          "unix_socket_directories");

  private static final Map<String, String> SPELLINGS =
      Map.of(
          "timezone", "TimeZone",
          "datestyle", "DateStyle",
          "intervalstyle", "IntervalStyle");

  private RoutineSettings() {}

  /** Reads {@code name {TO | =} value | name FROM CURRENT | TIME ZONE value} behind SET. */
  static void set(TokenReader tokens, Context context, SequencedMap<String, String> settings) {
    boolean scoped = tokens.peek(1).filter(t -> t.isSymbol(".")).isEmpty();
    if (scoped && !tokens.accept("local") && !tokens.at("session", "authorization")) {
      tokens.accept("session");
    }
    if (tokens.accept("time", "zone")) {
      settings.put("TimeZone", tokens.next().value());
      return;
    }
    if (tokens.accept("session", "authorization")) {
      settings.put("session_authorization", tokens.next().value());
      return;
    }
    boolean named = tokens.peek(1).filter(t -> t.is("to") || t.isSymbol("=")).isPresent();
    if (!named && tokens.accept("role")) {
      settings.put("role", tokens.next().value());
      return;
    }
    if (tokens.accept("xml", "option")) {
      settings.put("xmloption", tokens.next().value());
      return;
    }
    if (tokens.accept("names")) {
      settings.put("client_encoding", tokens.next().value());
      return;
    }
    String name = name(tokens);
    if (tokens.accept("from", "current")) {
      if (name.equals("search_path")) {
        settings.put(name, quoted(context.session().searchPath()));
      }
      return;
    }
    if (!tokens.accept("to")) {
      tokens.expectSymbol("=");
    }
    if (tokens.accept("default")) {
      settings.remove(name);
      return;
    }
    List<String> values = values(tokens);
    settings.put(name, LISTS.contains(name) ? quoted(values) : String.join(", ", values));
  }

  /** Reads the name of a parameter, {@code app.user} included. */
  static String name(TokenReader tokens) {
    var name = new StringBuilder(tokens.name());
    while (tokens.acceptSymbol(".")) {
      name.append('.').append(tokens.name());
    }
    return SPELLINGS.getOrDefault(name.toString(), name.toString());
  }

  private static String quoted(List<String> names) {
    return names.stream()
        .map(Identifiers::quote)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static List<String> values(TokenReader tokens) {
    var values = new ArrayList<String>();
    do {
      Token token = tokens.next();
      boolean sign = token.type() == Token.Type.OPERATOR;
      values.add(sign ? token.text() + tokens.next().text() : token.value());
    } while (tokens.acceptSymbol(","));
    return values;
  }
}
