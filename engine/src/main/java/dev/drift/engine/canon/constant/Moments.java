package dev.drift.engine.canon.constant;

import dev.drift.engine.canon.Match;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares constants of {@code timestamp with time zone}. One that names no zone was read in the
 * zone of its session, which is UTC unless someone set another.
 */
public final class Moments {
  private static final String TYPE = "timestamp with time zone";
  private static final Pattern ZONED =
      Pattern.compile(
          ".*(?:[+-]\\d\\d?(?::?\\d\\d)?|Z|UTC|GMT|epoch|infinity)", Pattern.CASE_INSENSITIVE);
  private static final long FARTHEST = Duration.ofHours(15).toMinutes();

  private Moments() {}

  /** {@param a as migrations say it, {@code b} as a server prints it, with its zone} */
  public static Match compare(String a, String b) {
    Optional<String> left = DateTimeText.canonical(TYPE, a.strip());
    Optional<String> right = DateTimeText.canonical(TYPE, b.strip());
    if (left.isEmpty() || right.isEmpty()) {
      return Match.UNKNOWN;
    }
    if (left.equals(right)) {
      return Match.EQUAL;
    }
    return isZoned(a) ? Match.DIFFERENT : otherZone(left.get(), right.get());
  }

  /** A day alone ends like a zone, {@code -01}. */
  private static boolean isZoned(String text) {
    boolean dated = text.matches("\\s*\\d+-\\d+-\\d+\\s*");
    return !dated && ZONED.matcher(text.strip()).matches()
        || text.contains("infinity")
        || text.contains("epoch");
  }

  private static Match otherZone(String a, String b) {
    try {
      Duration apart = Duration.between(LocalDateTime.parse(a), LocalDateTime.parse(b)).abs();
      boolean zone = apart.toMinutes() <= FARTHEST && apart.toSeconds() % (15 * 60) == 0;
      return zone ? Match.UNKNOWN : Match.DIFFERENT;
    } catch (DateTimeParseException infinite) {
      return Match.DIFFERENT;
    }
  }
}
