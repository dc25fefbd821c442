package dev.drift.engine.plan;

import java.util.Locale;

/** The table-level lock a step takes, weakest first; names are PostgreSQL's (manual, 13.3.1). */
public enum Lock {
  NONE,
  ACCESS_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** {@return the name in SQL: {@code ACCESS EXCLUSIVE}; {@code none} for none} */
  public String words() {
    return this == NONE ? "none" : name().replace('_', ' ');
  }

  /** {@return the name in JSON: lower case, words joined by hyphens} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
