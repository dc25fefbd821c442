package dev.drift.engine.render;

import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands above a step in a script: what it does, why, and what it costs. */
public final class StepComment {
  private StepComment() {}

  /** {@return the comment's lines} */
  public static List<String> of(Step step, int steps, StepNotes notes) {
    var lines = new ArrayList<String>();
    lines.add("-- Step " + step.place() + " of " + steps + ": " + oneLine(step.what()));
    notes
        .origins()
        .apply(step.subject())
        .ifPresent(origin -> lines.add("--   from " + oneLine(origin)));
    String table = notes.size(step).map(size -> "; table: " + size.words()).orElse("");
    lines.add("--   lock: " + step.lock().words() + "; " + step.work().words() + table);
    if (!step.hazards().isEmpty()) {
      lines.add(
          "--   hazards: "
              + step.hazards().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    return lines;
  }

  /** {@return what is not done, why, and what it would take, as a comment's lines} */
  public static List<String> of(Refusal refusal) {
    var lines = new ArrayList<String>();
    lines.add("-- Refused: " + oneLine(refusal.what()));
    lines.add("--   " + oneLine(refusal.reason()));
    refusal.sql().lines().forEach(sql -> lines.add("--   " + sql));
    return lines;
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
