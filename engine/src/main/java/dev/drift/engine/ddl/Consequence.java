package dev.drift.engine.ddl;

/** What becomes of an object when one that it depends on is dropped. */
enum Consequence {
  NONE,
  /** It goes without being asked. */
  GOES_ALONG,
  /** It goes with CASCADE, else it forbids the drop. */
  FORBIDS,
  /** Its default goes with CASCADE, else it forbids the drop. */
  DEFAULT_FORBIDS,
  /** Its fields of that type go with CASCADE, else they forbid the drop. */
  FIELDS_FORBID,
  /** The tables that it publishes by that column go with CASCADE, else they forbid the drop. */
  MEMBERS_FORBID;

  static Consequence forbidsIf(boolean depends) {
    return depends ? FORBIDS : NONE;
  }

  static Consequence goesIf(boolean depends) {
    return depends ? GOES_ALONG : NONE;
  }
}
