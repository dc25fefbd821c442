package dev.drift.engine.render;

import dev.drift.engine.progress.RecordPlan;

/** The rows that make a record true, as the end of a repair script. */
public final class RecordScript {
  private RecordScript() {}

  /** {@return the script} */
  public static String of(RecordPlan plan) {
    var script = new StringBuilder();
    script.append("\n-- The record in ").append(plan.table()).append('\n');
    if (plan.entries().isEmpty()) {
      script.append("-- Nothing to write.\n");
    } else {
      script.append("\nBEGIN;\n");
      for (RecordPlan.Entry entry : plan.entries()) {
        script
            .append("\n-- ")
            .append(oneLine(StatusWording.title(entry.migration())))
            .append(": ")
            .append(entry.what())
            .append('\n')
            .append(entry.sql())
            .append('\n');
      }
      script.append("\nCOMMIT;\n");
    }
    for (String refusal : plan.refusals()) {
      script.append("\n-- Not recorded: ").append(oneLine(refusal)).append('\n');
    }
    return script.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
