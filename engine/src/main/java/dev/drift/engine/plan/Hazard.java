package dev.drift.engine.plan;

/** What a step can do to data or to those who use the database meanwhile. */
public enum Hazard {
  /** Rows or values are gone afterwards. */
  DELETES_DATA,
  /** Readers and writers of the table wait while it runs. */
  ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
  /** Writers of the table wait while it runs. */
  BLOCKS_WRITES,
  /** An index is built; it takes time and space. */
  INDEX_BUILD,
  /** The whole table is written anew. */
  REWRITES_TABLE,
  /** The whole table is read. */
  SCANS_TABLE,
  /** Rows that do not fit make it fail; nothing is changed then. */
  MAY_FAIL_ON_DATA,
  /** A stored query is run, however long it takes. */
  RUNS_QUERY,
  /** Who may see or change which rows is different afterwards. */
  CHANGES_ACCESS,
  /** Roles may no longer do what they could. */
  REVOKES_ACCESS
}
