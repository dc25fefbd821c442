package dev.drift.engine.plan;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step of a plan.
 *
 * @param place its one-based place in the plan
 * @param subject the object it makes, changes or removes
 * @param what it does, in words: {@code create column public.users.email}
 * @param sql the guarded statement: may run again at any time, then changes nothing; several
 *     statements, each ended by a semicolon, where one cannot say it
 * @param statement the same without guard
 * @param lock the strongest lock on the table of {@code subject}
 * @param transactional whether it may run inside a transaction block
 */
public record Step(
    int place,
    Phase phase,
    ObjectId subject,
    String what,
    String sql,
    String statement,
    Lock lock,
    Work work,
    SortedSet<Hazard> hazards,
    boolean transactional) {
  public Step {
    hazards = Collections.unmodifiableSortedSet(new TreeSet<>(hazards));
  }

  /**
   * {@return whether it may wait for its locks as long as it takes: neither readers nor writers
   * queue behind it, and what it has built so far would be lost}
   */
  public boolean isPatient() {
    return !transactional && lock == Lock.SHARE_UPDATE_EXCLUSIVE;
  }

  /** {@return whether it takes no time, whatever the size of its table} */
  public boolean isQuick() {
    return work == Work.CATALOG;
  }

  /** {@return the relation whose rows or readers and writers it concerns, if there is one} */
  public Optional<ObjectId> table() {
    if (lock == Lock.NONE && work == Work.CATALOG) {
      return Optional.empty();
    }
    if (!subject.parent().isEmpty()) {
      return Optional.of(subject.parentTable());
    }
    return Optional.of(subject)
        .filter(id -> id.kind() == Kind.TABLE || id.kind() == Kind.MATERIALIZED_VIEW);
  }

  /** {@return the statements of {@link #sql}, without their semicolons} */
  public List<String> statements() {
    return StatementSplitter.split(sql, StatementSplitter.Client.PSQL).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(piece -> ((Piece.Sql) piece).tokens())
        .map(tokens -> sql.substring(tokens.getFirst().offset(), tokens.getLast().end()))
        .toList();
  }

  /** {@return the same at another place} */
  public Step at(int newPlace) {
    return new Step(
        newPlace, phase, subject, what, sql, statement, lock, work, hazards, transactional);
  }
}
