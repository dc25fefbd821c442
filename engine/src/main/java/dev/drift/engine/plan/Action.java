package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A step before it has its place.
 *
 * @param statement the DDL without guard; several statements end in a semicolon each but the last
 * @param resolving whether the statement may hold names that are not qualified
 * @param transactional whether it may run in a transaction block
 * @param unsettling whether what depends on the subject must be taken away before and put back
 *     after
 */
public record Action(
    Node node,
    Phase phase,
    String what,
    String statement,
    Guard guard,
    Lock lock,
    Work work,
    SortedSet<Hazard> hazards,
    boolean resolving,
    boolean transactional,
    boolean unsettling) {
  public Action {
    hazards = Collections.unmodifiableSortedSet(new TreeSet<>(hazards));
  }

  /** {@return a change of the catalogs alone, in a transaction, unguarded} */
  public static Action of(Verb verb, ObjectId id, String what, String statement) {
    return new Action(
        new Node(verb, id),
        Phase.STRUCTURE,
        what,
        statement,
        Guard.none(),
        Lock.NONE,
        Work.CATALOG,
        new TreeSet<>(),
        false,
        true,
        false);
  }

  /** {@return the same with another statement made of this one} */
  public Action saying(UnaryOperator<String> change) {
    return new Action(
        node,
        phase,
        what,
        change.apply(statement),
        guard,
        lock,
        work,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same under another guard} */
  public Action guarded(Guard newGuard) {
    return new Action(
        node,
        phase,
        what,
        statement,
        newGuard,
        lock,
        work,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same with another statement after its own} */
  public Action followedBy(String next) {
    return new Action(
        node,
        phase,
        what,
        statement + ";\n" + next,
        guard,
        lock,
        work,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same, run when {@code condition} holds} */
  public Action when(String condition) {
    return guarded(Guard.when(condition));
  }

  /** {@return the same in another phase} */
  public Action in(Phase newPhase) {
    return new Action(
        node,
        newPhase,
        what,
        statement,
        guard,
        lock,
        work,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same, taking this lock} */
  public Action locking(Lock newLock) {
    var more = new TreeSet<>(hazards);
    if (newLock == Lock.ACCESS_EXCLUSIVE) {
      more.add(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
    }
    return new Action(
        node,
        phase,
        what,
        statement,
        guard,
        newLock,
        work,
        more,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same, doing this with the rows} */
  public Action doing(Work newWork) {
    return new Action(
        node,
        phase,
        what,
        statement,
        guard,
        lock,
        newWork,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same with one more hazard} */
  public Action hazard(Hazard hazard) {
    var more = new TreeSet<>(hazards);
    more.add(hazard);
    return new Action(
        node,
        phase,
        what,
        statement,
        guard,
        lock,
        work,
        more,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return the same, with names in it that the search path must resolve} */
  public Action resolvingNames() {
    return new Action(
        node, phase, what, statement, guard, lock, work, hazards, true, transactional, unsettling);
  }

  /** {@return the same, which cannot run in a transaction block} */
  public Action alone() {
    return new Action(
        node, phase, what, statement, guard, lock, work, hazards, resolving, false, unsettling);
  }

  /** {@return the same, before and after which its dependents go and come back} */
  public Action unsettlingDependents() {
    return new Action(
        node, phase, what, statement, guard, lock, work, hazards, resolving, transactional, true);
  }

  /** {@return the same at another place in the order} */
  public Action at(Verb verb, ObjectId id) {
    return new Action(
        new Node(verb, id),
        phase,
        what,
        statement,
        guard,
        lock,
        work,
        hazards,
        resolving,
        transactional,
        unsettling);
  }

  /** {@return whether it deletes data or takes away what roles may do} */
  public boolean isDestructive() {
    return hazards.contains(Hazard.DELETES_DATA) || hazards.contains(Hazard.REVOKES_ACCESS);
  }
}
