package dev.drift.engine.render;

import java.util.Locale;

/** What a check concludes. */
public enum Verdict {
  /** Measured, and nothing at or above the threshold. */
  CLEAN,
  /** Something at or above the threshold. */
  DRIFT,
  /** Nothing found, but not everything could be measured. */
  INCOMPLETE;

  /** {@return the name used in reports and JSON} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
