package dev.drift.engine.plan;

/** The parts of a script, in their order; the transactional steps of one are one transaction. */
public enum Phase {
  /** Gives objects other names, because it was asked for. */
  RENAME("renames"),
  /** Reads whether the data forbids a step; changes nothing. */
  PREFLIGHT("preflight: does the data allow it"),
  /** Adds values to enums, which cannot be used in the transaction that adds them. */
  VALUES("enum values"),
  /** Makes rows fit checks that are to come, before any of them is there. */
  MEND("rows that new checks refuse"),
  /** Drops, creates and alters what takes no time. */
  STRUCTURE("structure"),
  /** Builds indexes without blocking writers. */
  INDEXES("indexes"),
  /** Makes constraints of indexes that were just built. */
  CONSTRAINTS("constraints"),
  /** Inserts rows that the migrations insert. */
  ROWS("rows"),
  /** Fills columns. */
  BACKFILL("backfill"),
  /** Checks the rows that are there against new constraints, without blocking writers. */
  VALIDATE("validation"),
  /** Forbids nulls. */
  TIGHTEN("not null"),
  /** Removes what was replaced. */
  CLEANUP("cleanup"),
  /** Forbids nulls in new columns, where rows may still wait for their values. */
  COMPLETE("new columns without a default"),
  /** Drops columns that others were filled from. */
  MOVED("columns whose values are elsewhere now");

  private final String title;

  Phase(String title) {
    this.title = title;
  }

  /** {@return its heading in a script} */
  public String title() {
    return title;
  }
}
