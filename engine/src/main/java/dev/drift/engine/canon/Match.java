package dev.drift.engine.canon;

/** Whether two pieces of SQL mean the same. */
public enum Match {
  EQUAL,
  DIFFERENT,
  /** It cannot be told without asking a server. */
  UNKNOWN;

  /** {@return equal only if both are, different if either is, else unknown} */
  public Match and(Match other) {
    if (this == DIFFERENT || other == DIFFERENT) {
      return DIFFERENT;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : EQUAL;
  }
}
