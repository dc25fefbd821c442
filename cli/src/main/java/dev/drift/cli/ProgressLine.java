package dev.drift.cli;

import dev.drift.engine.apply.Order;
import dev.drift.engine.apply.Watcher;
import java.io.PrintWriter;
import java.time.Duration;

/** How a run goes, on standard error: a bar on a terminal, else a line a step. */
final class ProgressLine implements Watcher {
  private static final int BAR = 24;
  private static final int WORDS = 60;

  private final PrintWriter err;
  private final boolean terminal;
  private final int steps;
  private int done;

  /**
   * @param steps how many are to be run
   */
  ProgressLine(PrintWriter err, boolean terminal, int steps) {
    this.err = err;
    this.terminal = terminal;
    this.steps = steps;
  }

  @Override
  public void begins(Order.Task task) {
    if (terminal) {
      bar(task.what());
    } else {
      err.printf("step %d: %s%n", task.place(), oneLine(task.what()));
      err.flush();
    }
  }

  @Override
  public void done(Order.Job job) {
    done += job.tasks().size();
    if (terminal) {
      bar(job.tasks().getLast().what());
      if (done >= steps) {
        err.println();
        err.flush();
      }
    }
  }

  @Override
  public void waits(Order.Task task, String reason, Duration pause) {
    err.printf(
        "%sstep %d waits %d ms and is tried again: %s%n",
        terminal ? "\r\u001b[K" : "", task.place(), pause.toMillis(), oneLine(reason));
    err.flush();
  }

  private void bar(String what) {
    int full = steps == 0 ? BAR : Math.min(BAR, BAR * done / steps);
    String words = oneLine(what);
    err.printf(
        "\r\u001b[K[%s%s] %d/%d %s",
        "#".repeat(full),
        ".".repeat(BAR - full),
        done,
        steps,
        words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…");
    err.flush();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
