package dev.drift.cli;

import dev.drift.engine.render.Verdict;

/** What the process's exit code says. */
final class ExitCode {
  /** Measured, and nothing at or above the threshold. */
  static final int CLEAN = 0;

  /** The command failed; there is no verdict. */
  static final int FAILED = 1;

  /** Something at or above the threshold. */
  static final int DRIFT = 2;

  /** Nothing found, but not everything could be measured. */
  static final int INCOMPLETE = 3;

  /** The command line is wrong (EX_USAGE of sysexits.h). */
  static final int USAGE = 64;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> CLEAN;
      case DRIFT -> DRIFT;
      case INCOMPLETE -> INCOMPLETE;
    };
  }
}
