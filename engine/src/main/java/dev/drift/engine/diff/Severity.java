package dev.drift.engine.diff;

import java.util.Locale;

/** How much a finding matters, least first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** {@return the name used in reports, JSON and options} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
