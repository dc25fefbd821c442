package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * The session across BEGIN, COMMIT, ROLLBACK and savepoints: SET LOCAL ends with the transaction,
 * SET is taken back by its rollback, and so are the statements.
 */
final class Transaction {
  /**
   * @param statement how many statements had run
   * @param session what was in force
   * @param lasting what would be in force after a commit
   */
  private record Savepoint(String name, int statement, Session session, Session lasting) {}

  private final IntConsumer undoFrom;
  private final IntSupplier statements;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private Session session;
  private Session lasting;

  Transaction(Session session, IntConsumer undoFrom, IntSupplier statements) {
    this.session = session;
    this.lasting = session;
    this.undoFrom = undoFrom;
    this.statements = statements;
  }

  /** {@return what is in force now} */
  Session session() {
    return session;
  }

  /** Starts over with another session; {@code open} if its runner begins a transaction itself. */
  void startSession(Session fresh, boolean open) {
    savepoints.clear();
    session = fresh;
    lasting = fresh;
    if (open) {
      begin();
    }
  }

  /** The runner commits what is open. */
  void endSession() {
    commit();
  }

  /** Takes note of a statement that has run. */
  void after(TokenReader tokens) {
    if (tokens.at("begin") || tokens.at("start", "transaction")) {
      begin();
    } else if (tokens.at("commit") || tokens.at("end")) {
      boolean open = !savepoints.isEmpty();
      commit();
      chain(tokens, open);
    } else if (tokens.at("rollback") || tokens.at("abort")) {
      rollback(tokens);
    } else if (tokens.accept("savepoint")) {
      save(tokens.name());
    } else if (tokens.accept("release")) {
      tokens.accept("savepoint");
      release(tokens.name());
    } else {
      set(tokens);
    }
  }

  private void set(TokenReader tokens) {
    Session after = SessionReader.after(tokens, session);
    tokens.reset(0);
    if (after.equals(session)) {
      return;
    }
    if (!SessionReader.isLocal(tokens)) {
      tokens.reset(0);
      lasting = SessionReader.after(tokens, lasting);
      session = after;
    } else if (!savepoints.isEmpty()) {
      session = after;
    }
  }

  private void begin() {
    if (savepoints.isEmpty()) {
      save("");
    }
  }

  private void save(String name) {
    savepoints.push(new Savepoint(name, statements.getAsInt(), session, lasting));
  }

  private void commit() {
    savepoints.clear();
    session = lasting;
  }

  private void rollback(TokenReader tokens) {
    afterWord(tokens);
    if (tokens.accept("to")) {
      tokens.accept("savepoint");
      rollbackTo(tokens.name());
    } else if (!savepoints.isEmpty()) {
      Savepoint start = savepoints.getLast();
      savepoints.clear();
      restore(start);
      tokens.reset(0);
      chain(tokens, true);
    }
  }

  private static void afterWord(TokenReader tokens) {
    tokens.next();
    if (!tokens.accept("work")) {
      tokens.accept("transaction");
    }
  }

  /** Another transaction follows at once where it says {@code AND CHAIN}. */
  private void chain(TokenReader tokens, boolean open) {
    afterWord(tokens);
    if (open && tokens.accept("and", "chain")) {
      begin();
    }
  }

  /** The savepoint goes, and those after it; what has been done since stays. */
  private void release(String name) {
    if (savepoints.stream().anyMatch(savepoint -> savepoint.name().equals(name))) {
      while (!savepoints.pop().name().equals(name)) {
        continue;
      }
    }
  }

  private void rollbackTo(String name) {
    if (savepoints.stream().noneMatch(savepoint -> savepoint.name().equals(name))) {
      return;
    }
    while (!savepoints.element().name().equals(name)) {
      savepoints.pop();
    }
    restore(savepoints.element());
  }

  private void restore(Savepoint savepoint) {
    undoFrom.accept(savepoint.statement());
    session = savepoint.session();
    lasting = savepoint.lasting();
  }
}
