package dev.drift.engine.render;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Batch;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.SessionSettings;
import dev.drift.engine.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A plan as a script for {@code psql -v ON_ERROR_STOP=1 -f}. */
public final class RepairScript {
  private final StepNotes notes;
  private final StringBuilder script = new StringBuilder();
  private Duration lockTimeout = SessionSettings.LOCK_TIMEOUT;
  private Duration statementTimeout = SessionSettings.STATEMENT_TIMEOUT;

  private RepairScript(StepNotes notes) {
    this.notes = notes;
  }

  /**
   * {@return the script}
   *
   * @param origins {@code file:line} of the statement that an object comes from
   */
  public static String of(Plan plan, Function<ObjectId, Optional<String>> origins) {
    return of(plan, StepNotes.of(origins), List.of());
  }

  /**
   * {@return the script}
   *
   * @param remarks what else its header says, a line each
   */
  public static String of(Plan plan, StepNotes notes, List<String> remarks) {
    return new RepairScript(notes).write(plan, "Repair script of drift.", remarks);
  }

  /** {@return a script under another title} */
  static String titled(Plan plan, String title, List<String> remarks) {
    return new RepairScript(StepNotes.of(id -> Optional.empty())).write(plan, title, remarks);
  }

  private String write(Plan plan, String title, List<String> remarks) {
    line("-- " + title + " Run it with: psql -v ON_ERROR_STOP=1 -f FILE");
    remarks.forEach(remark -> line("-- " + StepComment.oneLine(remark)));
    if (plan.steps().isEmpty()) {
      line("-- Nothing to do.");
    } else {
      line("-- It may be run again at any time: what is done already is left alone.");
      line("-- A statement that waits longer than lock_timeout for a lock fails: run it again.");
      line("");
      SessionSettings.set(lockTimeout).forEach(this::line);
      line(SessionSettings.statementTimeout(statementTimeout));
      batches(plan);
      line("");
      SessionSettings.reset().forEach(this::line);
    }
    plan.refusals().forEach(this::refusal);
    return script.toString();
  }

  private void batches(Plan plan) {
    Optional<Phase> phase = Optional.empty();
    for (Batch batch : plan.batches()) {
      if (!phase.equals(Optional.of(batch.phase()))) {
        line("");
        line("-- " + batch.phase().title());
        phase = Optional.of(batch.phase());
      }
      if (batch.transactional()) {
        line("");
        line("BEGIN;");
      }
      batch.steps().forEach(step -> step(step, plan.steps().size()));
      if (batch.transactional()) {
        line("");
        line("COMMIT;");
      }
    }
  }

  private void step(Step step, int of) {
    line("");
    StepComment.of(step, of, notes).forEach(this::line);
    allow(
        step.isPatient() ? Duration.ZERO : SessionSettings.LOCK_TIMEOUT,
        step.isQuick() ? SessionSettings.STATEMENT_TIMEOUT : Duration.ZERO);
    line(step.sql());
  }

  /** Says how long the next statements may wait and run, where it is not as it was. */
  private void allow(Duration lock, Duration statement) {
    if (!lock.equals(lockTimeout)) {
      line(SessionSettings.lockTimeout(lock));
      lockTimeout = lock;
    }
    if (!statement.equals(statementTimeout)) {
      line(SessionSettings.statementTimeout(statement));
      statementTimeout = statement;
    }
  }

  private void refusal(Refusal refusal) {
    line("");
    StepComment.of(refusal).forEach(this::line);
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
