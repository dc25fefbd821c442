package dev.drift.engine.ddl.guard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** A value of one of PostgreSQL's types for dates and times. */
public sealed interface Moment extends Value {

  /** A {@code date}. */
  record Day(LocalDate date) implements Moment {}

  /** A {@code timestamp}. */
  record Local(LocalDateTime time) implements Moment {}

  /** A {@code timestamp with time zone}, in the zone in which it shows. */
  record Zoned(ZonedDateTime time) implements Moment {}

  /** An {@code interval}, in the three parts that PostgreSQL keeps. */
  record Span(int months, int days, long micros) implements Moment {
    /** {@return this so many times} */
    Span times(int factor) {
      return new Span(
          Math.multiplyExact(months, factor),
          Math.multiplyExact(days, factor),
          Math.multiplyExact(micros, factor));
    }

    Span plus(Span other) {
      return new Span(
          Math.addExact(months, other.months),
          Math.addExact(days, other.days),
          Math.addExact(micros, other.micros));
    }
  }
}
