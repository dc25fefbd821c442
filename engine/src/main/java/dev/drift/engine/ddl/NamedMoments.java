package dev.drift.engine.ddl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When code ran that put the clock into a name, as far as the name tells: {@code 20240315}, {@code
 * 2024_03}, {@code 2024w11} and the like. Names of days to come were made some time before.
 */
final class NamedMoments {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})[_-]?w_?(\\d{1,2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[_-]?q_?(\\d)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("y?(\\d{4})[_-]?m?(\\d{2})?[_-]?d?(\\d{2})?[_-]?h?(\\d{2})?\\d*");
  private static final Pattern YEAR_LAST = Pattern.compile("(?:(\\d{2})[_-])?(\\d{2})[_-](\\d{4})");

  private NamedMoments() {}

  /** {@return them, the likeliest first; none if the text is no time} */
  static List<Instant> of(String text) {
    return start(text.toLowerCase(Locale.ROOT)).stream()
        .flatMap(start -> around(start).stream())
        .map(time -> time.toInstant(ZoneOffset.UTC))
        .toList();
  }

  private static List<LocalDateTime> around(LocalDateTime start) {
    LocalDateTime day = start.getHour() == 0 ? start.plusHours(12) : start.plusMinutes(30);
    var times = new LinkedHashSet<LocalDateTime>();
    times.add(day);
    times.add(day.minusHours(1));
    times.add(day.minusDays(1));
    times.add(day.minusDays(7));
    times.add(day.minusMonths(1));
    times.add(day.minusMonths(2));
    times.add(day.minusYears(1));
    return List.copyOf(times);
  }

  private static Optional<LocalDateTime> start(String text) {
    try {
      Matcher week = WEEK.matcher(text);
      if (week.matches()) {
        return Optional.of(
            LocalDate.of(number(week, 1), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
                .atStartOfDay());
      }
      Matcher quarter = QUARTER.matcher(text);
      if (quarter.matches()) {
        return Optional.of(
            LocalDate.of(number(quarter, 1), number(quarter, 2) * 3 - 2, 1).atStartOfDay());
      }
      Matcher first = YEAR_FIRST.matcher(text);
      if (first.matches()) {
        return Optional.of(
            LocalDateTime.of(
                number(first, 1),
                orElse(first, 2, 1),
                orElse(first, 3, 1),
                orElse(first, 4, 0),
                0));
      }
      Matcher last = YEAR_LAST.matcher(text);
      return last.matches()
          ? Optional.of(
              LocalDate.of(number(last, 3), number(last, 2), orElse(last, 1, 1)).atStartOfDay())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int orElse(Matcher matcher, int group, int otherwise) {
    return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(otherwise);
  }
}
