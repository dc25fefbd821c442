package dev.drift.engine.canon.constant;

import java.util.Optional;

/** An interval as PostgreSQL stores it. */
public record Interval(int months, int days, long microseconds) {

  /** {@return the interval that {@code text} is; empty where it cannot be read} */
  public static Optional<Interval> of(String text) {
    try {
      return IntervalText.read(text.strip(), "").map(IntervalText::value);
    } catch (ArithmeticException tooLong) {
      return Optional.empty();
    }
  }
}
