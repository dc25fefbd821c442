package dev.drift.engine.plan;

/** What an action does to its subject; one object can need several. */
public enum Verb {
  /** Looks whether the data allows it. */
  LOOK,
  /** Makes rows fit what is to come. */
  MEND,
  /** Takes a column's default or expression away before what it uses is changed. */
  DETACH,
  /** Renames the old object out of the way of the new one. */
  AWAY,
  DROP,
  CREATE,
  ALTER,
  /** Checks the rows that are there against a constraint. */
  VALIDATE,
  /** Forbids nulls in a column. */
  TIGHTEN,
  /** Gives a column its default. */
  ATTACH,
  /** Sets what needs the object's parts: ownership, replica identity, row security. */
  FINISH
}
