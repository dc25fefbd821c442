package dev.drift.engine.apply;

import java.time.Duration;

/** Is told how a run goes. */
public interface Watcher {
  /** A step begins. */
  void begins(Order.Task task);

  /** The steps of a job are done, and durably so. */
  void done(Order.Job job);

  /** A job could not have its locks and will be tried again. */
  void waits(Order.Task task, String reason, Duration pause);
}
