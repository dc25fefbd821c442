package dev.drift.engine.render;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan as a script for {@code psql -v ON_ERROR_STOP=1 -f}. */
public final class RepairScript {
  private static final String SETTINGS =
      """
      SET client_min_messages = warning;
      SET lock_timeout = '5s';
      SET check_function_bodies = off;
      SET search_path = '';
      """;

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
    return new RepairScript(origins).write(plan);
  }

  private String write(Plan plan) {
    line("-- Repair script of drift. Run it with: psql -v ON_ERROR_STOP=1 -f FILE");
    if (plan.steps().isEmpty()) {
      line("-- Nothing to do.");
    } else {
      line("-- It may be run again at any time: what is done already is left alone.");
      line("-- A statement that waits longer than lock_timeout for a lock fails: run it again.");
      line("");
      script.append(SETTINGS);
      steps(plan.steps());
      line("");
      line("RESET search_path;");
      line("RESET check_function_bodies;");
      line("RESET lock_timeout;");
      line("RESET client_min_messages;");
    }
    plan.refusals().forEach(this::refusal);
    return script.toString();
  }

  private void steps(List<Step> steps) {
    Optional<Phase> phase = Optional.empty();
    boolean open = false;
    for (Step step : steps) {
      boolean sameBlock = phase.equals(Optional.of(step.phase())) && step.transactional();
      if (open && !sameBlock) {
        line("");
        line("COMMIT;");
        open = false;
      }
      if (!phase.equals(Optional.of(step.phase()))) {
        line("");
        line("-- " + step.phase().title());
        phase = Optional.of(step.phase());
      }
      if (step.transactional() && !open) {
        line("");
        line("BEGIN;");
        open = true;
      }
      step(step, steps.size());
    }
    if (open) {
      line("");
      line("COMMIT;");
    }
  }

  private void step(Step step, int of) {
    line("");
    line("-- Step " + step.place() + " of " + of + ": " + oneLine(step.what()));
    origins.apply(step.subject()).ifPresent(origin -> line("--   from " + oneLine(origin)));
    line("--   lock: " + step.lock().words() + "; " + step.work().words());
    if (!step.hazards().isEmpty()) {
      line(
          "--   hazards: "
              + step.hazards().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    line(step.sql());
  }

  private void refusal(Refusal refusal) {
    line("");
    line("-- Refused: " + oneLine(refusal.what()));
    line("--   " + oneLine(refusal.reason()));
    refusal.sql().lines().forEach(sql -> line("--   " + sql));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
