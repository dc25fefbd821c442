package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement does to the session: {@code SET}, {@code RESET}, {@code set_config(…)},
 * temporary tables.
 */
final class SessionReader {
  private static final String TIME_ZONE = "timezone";

  private SessionReader() {}

  /** {@return the session that the statement leaves behind} */
  static Session after(TokenReader tokens, Session session) {
    try {
      return read(tokens, session);
    } catch (TokenReader.Unexpected e) {
      return session;
    }
  }

  /**
   * {@return the search path that new sessions get from {@code ALTER DATABASE | ROLE … SET
   * search_path}, if the statement is that}
   */
  static Optional<List<String>> defaultPath(TokenReader tokens) {
    if (!tokens.accept("alter", "database")
        && !tokens.accept("alter", "role")
        && !tokens.accept("alter", "user")) {
      return Optional.empty();
    }
    while (!tokens.atEnd() && !tokens.at("set", "search_path") && !tokens.at("reset")) {
      tokens.next();
    }
    return tokens.accept("set", "search_path")
        ? Optional.of(pathValue(tokens, Session.SERVER_PATH))
        : Optional.empty();
  }

  /** {@return whether the statement's setting ends with the transaction} */
  static boolean isLocal(TokenReader tokens) {
    if (tokens.at("set", "local")) {
      return true;
    }
    return setConfig(tokens).map(SetConfig::local).orElse(false);
  }

  private static Session read(TokenReader tokens, Session session) {
    Optional<Token> first = tokens.peek();
    if (first.isEmpty()) {
      return session;
    }
    return switch (first.get().value()) {
      case "set" -> set(tokens, session);
      case "reset" -> reset(tokens, session);
      case "discard" ->
          tokens.at("discard", "all")
              ? Session.fresh(session.serverMajor(), session.defaultPath())
                  .with(session.roles())
                  .with(session.now())
              : session;
      case "create" -> create(tokens, session);
      case "drop" -> TemporaryNames.drop(tokens, session);
      case "alter" -> TemporaryNames.rename(tokens, session);
      case "select" -> setConfig(tokens).map(config -> configured(config, session)).orElse(session);
      default -> session;
    };
  }

  private static Session set(TokenReader tokens, Session session) {
    tokens.expect("set");
    if (!tokens.accept("local")) {
      tokens.accept("session");
    }
    if (tokens.accept("schema")) {
      return session.withSearchPath(List.of(tokens.string()));
    }
    if (tokens.accept("role")
        || tokens.accept("authorization")
        || tokens.accept("session", "authorization")) {
      String role = tokens.next().value();
      return session.withRole(role.equals("none") || role.equals("default") ? "" : role);
    }
    if (tokens.accept("time", "zone")) {
      return session.with(session.now().in(tokens.next().value()));
    }
    if (!tokens.accept("search_path")) {
      return custom(tokens, session);
    }
    return session.withSearchPath(pathValue(tokens, session.defaultPath()));
  }

  /** Reads {@code prefix.name TO | = value}, and how and where tables are kept. */
  private static Session custom(TokenReader tokens, Session session) {
    String name = tokens.name();
    if (tokens.acceptSymbol(".")) {
      name = name + "." + tokens.name();
    } else if (!Session.STORAGE.contains(name) && !name.equals(TIME_ZONE)) {
      return session;
    }
    if (!tokens.accept("to")) {
      tokens.expectSymbol("=");
    }
    if (name.equals(TIME_ZONE)) {
      return session.with(session.now().in(tokens.next().value()));
    }
    return session.withSetting(name, tokens.next().value());
  }

  /** Reads {@code TO | = schema, … | DEFAULT | FROM CURRENT}. */
  private static List<String> pathValue(TokenReader tokens, List<String> defaultPath) {
    if (!tokens.accept("to")) {
      tokens.expectSymbol("=");
    }
    if (tokens.at("default")) {
      return defaultPath;
    }
    var path = new ArrayList<String>();
    do {
      add(path, tokens.next().value());
    } while (tokens.acceptSymbol(","));
    return path;
  }

  private static Session reset(TokenReader tokens, Session session) {
    tokens.expect("reset");
    if (tokens.accept("all")) {
      return session.withoutSettings(name -> true).withSearchPath(session.defaultPath());
    }
    if (tokens.accept("role") || tokens.accept("session", "authorization")) {
      return session.withRole("");
    }
    if (tokens.accept("search_path")) {
      return session.withSearchPath(session.defaultPath());
    }
    String parameter = tokens.name();
    return session.withoutSettings(parameter::equals);
  }

  private static Session create(TokenReader tokens, Session session) {
    tokens.expect("create");
    if (tokens.accept("role") || tokens.accept("user") || tokens.accept("group")) {
      return tokens.at("mapping") ? session : session.with(session.roles().with(tokens.name()));
    }
    tokens.accept("or", "replace");
    if (tokens.accept("function") || tokens.accept("procedure")) {
      return routine(tokens, session);
    }
    if (!tokens.accept("global")) {
      tokens.accept("local");
    }
    return TemporaryNames.create(tokens, session);
  }

  private static Session routine(TokenReader tokens, Session session) {
    var name = Names.read(tokens);
    if (!name.schema().startsWith("pg_temp")) {
      return session;
    }
    tokens.reset(0);
    return session.withTemporaryRoutine(name.name(), tokens.rest());
  }

  private static Session configured(SetConfig config, Session session) {
    if (config.name().equals("search_path")) {
      return session.withSearchPath(path(config.value()));
    }
    if (config.name().equalsIgnoreCase(TIME_ZONE)) {
      return session.with(session.now().in(config.value()));
    }
    return config.name().indexOf('.') > 0 || Session.STORAGE.contains(config.name())
        ? session.withSetting(config.name(), config.value())
        : session;
  }

  private record SetConfig(String name, String value, boolean local) {}

  /** Reads {@code SELECT [pg_catalog.]set_config('name', 'value', true|false)}. */
  private static Optional<SetConfig> setConfig(TokenReader tokens) {
    int start = tokens.mark();
    try {
      if (!tokens.accept("select")) {
        return Optional.empty();
      }
      if (tokens.accept("pg_catalog")) {
        tokens.expectSymbol(".");
      }
      if (!tokens.accept("set_config")) {
        return Optional.empty();
      }
      tokens.expectSymbol("(");
      String name = tokens.string();
      tokens.expectSymbol(",");
      String value = tokens.string();
      tokens.expectSymbol(",");
      Token local = tokens.next();
      return Optional.of(
          new SetConfig(name, value, List.of("true", "t", "on").contains(local.value())));
    } catch (TokenReader.Unexpected e) {
      return Optional.empty();
    } finally {
      tokens.reset(start);
    }
  }

  /** Cuts {@code a, "B"} at its commas (SplitIdentifierString). */
  private static List<String> path(String value) {
    var path = new ArrayList<String>();
    for (String part : value.split(",")) {
      String name = part.strip();
      boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
      add(
          path,
          quoted
              ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
              : name.toLowerCase(java.util.Locale.ROOT));
    }
    return path;
  }

  private static void add(List<String> path, String schema) {
    if (!schema.isEmpty() && !schema.equals("$user") && !schema.equals("pg_catalog")) {
      path.add(schema);
    }
  }
}
