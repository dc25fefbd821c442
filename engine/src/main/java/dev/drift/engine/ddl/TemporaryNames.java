package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which relations of a session are temporary, after CREATE, DROP and ALTER … RENAME. */
final class TemporaryNames {
  private TemporaryNames() {}

  /** Reads what follows {@code CREATE [OR REPLACE]}. */
  static Session create(TokenReader tokens, Session session) {
    if (tokens.at("index") || tokens.at("unique", "index")) {
      return index(tokens, session);
    }
    boolean temporary = tokens.accept("temporary") || tokens.accept("temp");
    if (!tokens.accept("table") && !tokens.accept("view") && !tokens.accept("sequence")) {
      return session;
    }
    tokens.accept("if", "not", "exists");
    var name = Names.read(tokens);
    if (!temporary && !name.schema().startsWith("pg_temp")) {
      return session;
    }
    return session.withTemporary(with(session.temporary(), name.name()));
  }

  /** The index of a temporary table is temporary. */
  private static Session index(TokenReader tokens, Session session) {
    tokens.accept("unique");
    tokens.expect("index");
    tokens.accept("concurrently");
    tokens.accept("if", "not", "exists");
    if (session.temporary().isEmpty() || tokens.at("on")) {
      return session;
    }
    String index = tokens.name();
    tokens.expect("on");
    tokens.accept("only");
    return session.temporary().contains(Names.read(tokens).name())
        ? session.withTemporary(with(session.temporary(), index))
        : session;
  }

  /** A temporary relation is renamed before one that it hides. */
  static Session rename(TokenReader tokens, Session session) {
    tokens.expect("alter");
    if (session.temporary().isEmpty()
        || !tokens.accept("table") && !tokens.accept("view") && !tokens.accept("sequence")) {
      return session;
    }
    tokens.accept("if", "exists");
    String name = Names.read(tokens).name();
    if (!session.temporary().contains(name) || !tokens.accept("rename", "to")) {
      return session;
    }
    var names = new TreeSet<>(session.temporary());
    names.remove(name);
    names.add(tokens.name());
    return session.withTemporary(names);
  }

  static Session drop(TokenReader tokens, Session session) {
    tokens.expect("drop");
    if (session.temporary().isEmpty()
        || !tokens.accept("table")
            && !tokens.accept("view")
            && !tokens.accept("sequence")
            && !tokens.accept("index")) {
      return session;
    }
    tokens.accept("concurrently");
    tokens.accept("if", "exists");
    var names = new TreeSet<>(session.temporary());
    do {
      names.remove(Names.read(tokens).name());
    } while (tokens.acceptSymbol(","));
    return session.withTemporary(names);
  }

  private static SortedSet<String> with(SortedSet<String> names, String name) {
    var more = new TreeSet<>(names);
    more.add(name);
    return more;
  }
}
