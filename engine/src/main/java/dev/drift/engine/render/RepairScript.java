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
  private final Function<ObjectId, Optional<String>> origins;
  private final StringBuilder script = new StringBuilder();

  private RepairScript(Function<ObjectId, Optional<String>> origins) {
    this.origins = origins;
  }

  /**
   * {@return the script}
   *
   * @param origins {@code file:line} of the statement that an object comes from
   */
  public static String of(Plan plan, Function<ObjectId, Optional<String>> origins) {
    return of(plan, origins, List.of());
  }

  /**
   * {@return the script}
   *
   * @param remarks what else its header says, a line each
   */
  public static String of(
      Plan plan, Function<ObjectId, Optional<String>> origins, List<String> remarks) {
    return new RepairScript(origins).write(plan, "Repair script of drift.", remarks);
  }

  /** {@return a script under another title} */
  static String titled(Plan plan, String title, List<String> remarks) {
    return new RepairScript(id -> Optional.empty()).write(plan, title, remarks);
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
      SessionSettings.set(SessionSettings.LOCK_TIMEOUT).forEach(this::line);
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
    StepComment.of(step, of, origins).forEach(this::line);
    if (step.isPatient()) {
      line(SessionSettings.lockTimeout(Duration.ZERO));
    }
    line(step.sql());
    if (step.isPatient()) {
      line(SessionSettings.lockTimeout(SessionSettings.LOCK_TIMEOUT));
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
