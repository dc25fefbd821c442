package dev.drift.engine.progress;

import dev.drift.engine.source.Migration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One migration: what is recorded of it and what it has left in the database.
 *
 * @param standing the migration, and what is recorded of it
 * @param verdict both together
 * @param extent what it has left
 * @param flags what else is the matter with it
 * @param statements in order
 */
public record MigrationStatus(
    Standing standing,
    Verdict verdict,
    Extent extent,
    Set<Flag> flags,
    List<StatementStatus> statements) {
  public MigrationStatus {
    flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    statements = List.copyOf(statements);
  }

  /** The record and the database together. */
  public enum Verdict {
    /** Recorded, if there is a record, and all of it there. */
    APPLIED,
    /** Recorded, if there is a record, and only part of it there. */
    PARTIAL,
    /** Recorded, if there is a record, and there, but not in the shape that it gave it. */
    CHANGED,
    /** Recorded, or expected without a record, and nothing of it there. */
    MISSING,
    /** All of it there, and not recorded. */
    UNRECORDED,
    /** Not recorded, and part of it there. */
    STARTED,
    /** Not recorded and not there. */
    PENDING,
    /** Not recorded, not all there, and its tool will never run it: a newer one is recorded. */
    SKIPPED,
    /** The record says that it broke off. */
    FAILED;

    /** {@return the name used in reports and JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a migration has left in the database. */
  public enum Extent {
    /** Everything of it that can be looked for. */
    WHOLE,
    /** All of it, but some in another shape. */
    CHANGED,
    /** Some of it. */
    PARTIAL,
    /** Nothing of what can be looked for. */
    MISSING,
    /** There is nothing of it that could be looked for. */
    UNTRACEABLE;

    /** {@return the name used in reports and JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What else can be the matter with a migration. */
  public enum Flag {
    /** Its file has another checksum than the one that is recorded. */
    EDITED,
    /** Another migration has the same number. */
    COLLIDES,
    /** It was applied after one that comes behind it. */
    OUT_OF_ORDER,
    /** It is not recorded, but a newer one is: its tool refuses to go on. */
    LATE;

    /** {@return the name used in reports and JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@return the migration} */
  public Migration migration() {
    return standing.migration();
  }

  /** {@return whether somebody has to look at it} */
  public boolean isTrouble() {
    boolean fine =
        switch (verdict) {
          case APPLIED, PENDING -> true;
          case PARTIAL, CHANGED, MISSING, UNRECORDED, STARTED, SKIPPED, FAILED -> false;
        };
    return !fine || flags.stream().anyMatch(flag -> flag != Flag.OUT_OF_ORDER);
  }

  /** {@return its statements with this verdict} */
  public List<StatementStatus> statements(StatementStatus.Verdict of) {
    return statements.stream().filter(statement -> statement.verdict() == of).toList();
  }

  static Extent extent(List<StatementStatus> statements) {
    boolean there = false;
    boolean lacking = false;
    boolean otherwise = false;
    for (StatementStatus statement : statements) {
      switch (statement.verdict()) {
        case APPLIED -> there = true;
        case MISSING -> lacking = true;
        case CONFLICTING -> otherwise = true;
        case SUPERSEDED, UNVERIFIABLE, REJECTED -> {}
      }
    }
    if (lacking) {
      return there || otherwise ? Extent.PARTIAL : Extent.MISSING;
    }
    if (otherwise) {
      return Extent.CHANGED;
    }
    return there ? Extent.WHOLE : Extent.UNTRACEABLE;
  }
}
