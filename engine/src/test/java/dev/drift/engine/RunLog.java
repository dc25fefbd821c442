package dev.drift.engine;

import dev.drift.engine.apply.Order;
import dev.drift.engine.apply.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, and ends the run at a step as a kill would. */
final class RunLog implements Watcher {
  final List<Integer> steps = new ArrayList<>();
  final List<String> waits = new ArrayList<>();
  int cutAt;
  int begun;

  @Override
  public void begins(Order.Task task) {
    steps.add(task.place());
    begun++;
    if (begun == cutAt) {
      throw new IllegalStateException("cut off");
    }
  }

  @Override
  public void done(Order.Job job) {}

  @Override
  public synchronized void waits(Order.Task task, String reason, Duration pause) {
    waits.add(reason);
    notifyAll();
  }

  synchronized void awaitAWait() {
    while (waits.isEmpty()) {
      try {
        wait(10_000);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
