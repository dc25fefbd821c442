package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A script of statements, replayed: what it leaves, and what it says. */
public record Script(Replayed replayed) {
  private static final String FILE = "script.sql";

  /**
   * Replays statements separated by semicolons; a body's own semicolons stand in quotes or in BEGIN
   * ATOMIC … END.
   */
  public static Script of(String sql) {
    return of(sql, 17);
  }

  static Script of(String sql, int serverMajor) {
    return of(sql, Session.fresh(serverMajor, Session.SERVER_PATH));
  }

  /** Replays statements as if they ran at that time, in UTC. */
  static Script at(Instant now, String sql) {
    return of(sql, Session.fresh(17, Session.SERVER_PATH).with(Now.at(now, ZoneId.of("UTC"))));
  }

  private static Script of(String sql, Session start) {
    var statements = new ArrayList<Statement>();
    var tokens = new ArrayList<Token>();
    for (Token token : Tokenizer.tokenize(sql + ";")) {
      if (!token.isSymbol(";") || isWithinBody(tokens)) {
        tokens.add(token);
      } else if (!tokens.isEmpty()) {
        String text = sql.substring(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
        statements.add(new Statement(FILE, text, tokens));
        tokens.clear();
      }
    }
    var migration = new Migration("1", "script", FILE, "", true, statements);
    return new Script(Replay.replay(List.of(migration), start));
  }

  /** {@code BEGIN ATOMIC} goes on to the END before a semicolon. */
  private static boolean isWithinBody(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.is("atomic")) && !tokens.getLast().is("end");
  }

  /** Asserts that PostgreSQL would accept everything and that all of it was understood. */
  Script clean() {
    assertEquals(List.of(), problems());
    return this;
  }

  /** {@return the problems: kind, line, message} */
  List<String> problems() {
    return replayed.problems().stream()
        .map(problem -> problem.kind() + " " + problem.line() + ": " + problem.message())
        .toList();
  }

  /** {@return the dotted names of the objects of a kind, sorted} */
  List<String> names(Kind kind) {
    return replayed.model().objects().stream()
        .map(SchemaObject::id)
        .filter(id -> id.kind() == kind)
        .map(ObjectId::path)
        .toList();
  }

  /** {@return the object of this kind and dotted name} */
  <T extends SchemaObject> T get(Class<T> record, String path) {
    return replayed.model().objects().stream()
        .filter(record::isInstance)
        .map(record::cast)
        .filter(object -> object.id().path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path + " in " + replayed.model().objects()));
  }
}
