package dev.drift.engine.render;

import dev.drift.engine.progress.Status;
import dev.drift.engine.source.Problem;
import java.util.List;

/**
 * How far a database is, with what a reader wants to know beside it.
 *
 * @param tool whose layout the migrations have
 * @param database its name; empty if there is none
 * @param server its version
 * @param problems statements that are rejected, opaque or not understood
 * @param unreadable what the database role may not read, a sentence each
 */
public record StatusReport(
    String tool,
    String database,
    String server,
    Status status,
    List<Problem> problems,
    List<String> unreadable) {
  public StatusReport {
    problems = List.copyOf(problems);
    unreadable = List.copyOf(unreadable);
  }

  /** {@return the conclusion} */
  public Verdict verdict() {
    if (status.isTrouble()) {
      return Verdict.DRIFT;
    }
    boolean complete =
        unreadable.isEmpty()
            && problems.stream().allMatch(problem -> problem.kind() == Problem.Kind.REJECTED);
    return complete ? Verdict.CLEAN : Verdict.INCOMPLETE;
  }
}
