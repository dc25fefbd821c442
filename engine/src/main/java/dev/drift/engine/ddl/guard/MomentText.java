package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.constant.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as text, with DateStyle ISO and IntervalStyle postgres. */
final class MomentText {
  private static final Pattern STAMP =
      Pattern.compile(
          "(\\d{4})(-?)(\\d\\d?)\\2(\\d\\d?)"
              + "(?:[ T]+(\\d\\d?):(\\d\\d)(?::(\\d\\d)(\\.\\d{1,6})?)?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);
  private static final long MICROS_A_SECOND = 1_000_000;

  private MomentText() {}

  /** {@return the text as a value of the type; unknown if it cannot be told} */
  static Value read(String text, MomentType type, Now now) {
    String stripped = text.strip();
    if (type == MomentType.INTERVAL) {
      return span(stripped);
    }
    Optional<ZonedDateTime> named = named(stripped.toLowerCase(Locale.ROOT), now);
    if (named.isPresent()) {
      return type.of(new Moment.Zoned(named.get()), now.zone());
    }
    Matcher stamp = STAMP.matcher(stripped);
    if (!stamp.matches() || stamp.group(2).isEmpty() && stamp.end(4) != 8) {
      return Value.UNKNOWN;
    }
    try {
      return type.of(stamp(stamp, type, now.zone()), now.zone());
    } catch (DateTimeException outOfRange) {
      return Value.UNKNOWN;
    }
  }

  private static Optional<ZonedDateTime> named(String text, Now now) {
    Optional<ZonedDateTime> today =
        now.time().map(time -> time.toLocalDate().atStartOfDay(now.zone()));
    return switch (text) {
      case "now" -> now.time();
      case "today" -> today;
      case "tomorrow" -> today.map(day -> day.plusDays(1));
      case "yesterday" -> today.map(day -> day.minusDays(1));
      default -> Optional.empty();
    };
  }

  /** A zone counts for {@code timestamp with time zone} alone. */
  private static Moment stamp(Matcher stamp, MomentType type, ZoneId zone) {
    LocalDate date = LocalDate.of(number(stamp, 1), number(stamp, 3), number(stamp, 4));
    if (stamp.group(5) == null && stamp.group(9) == null) {
      return new Moment.Day(date);
    }
    LocalTime time =
        stamp.group(5) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(
                number(stamp, 5),
                number(stamp, 6),
                stamp.group(7) == null ? 0 : number(stamp, 7),
                stamp.group(8) == null
                    ? 0
                    : Integer.parseInt((stamp.group(8).substring(1) + "00000000").substring(0, 9)));
    LocalDateTime local = date.atTime(time);
    return stamp.group(9) == null || type != MomentType.ZONED
        ? new Moment.Local(local)
        : new Moment.Zoned(local.atZone(offset(stamp.group(9))).withZoneSameInstant(zone));
  }

  private static ZoneId offset(String text) {
    return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Value span(String text) {
    return Interval.of(text)
        .<Value>map(found -> new Moment.Span(found.months(), found.days(), found.microseconds()))
        .orElse(Value.UNKNOWN);
  }

  /** {@return the value as the server prints it} */
  static String write(Moment moment) {
    return switch (moment) {
      case Moment.Day day -> day.date().toString();
      case Moment.Local local -> text(local.time());
      case Moment.Zoned zoned ->
          text(zoned.time().toLocalDateTime()) + offset(zoned.time().getOffset());
      case Moment.Span span -> text(span);
    };
  }

  private static String text(LocalDateTime time) {
    return time.toLocalDate() + " " + TIME.format(time);
  }

  private static String offset(ZoneOffset offset) {
    String id = offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    return id.endsWith(":00") ? id.substring(0, id.length() - 3) : id;
  }

  private static String text(Moment.Span span) {
    var text = new StringBuilder();
    append(text, span.months() / 12, "year");
    append(text, span.months() % 12, "mon");
    append(text, span.days(), "day");
    if (span.micros() != 0 || text.isEmpty()) {
      boolean signed = span.days() < 0 && span.micros() > 0;
      long seconds = Math.abs(span.micros()) / MICROS_A_SECOND;
      long fraction = Math.abs(span.micros()) % MICROS_A_SECOND;
      text.append(text.isEmpty() ? "" : " ")
          .append(span.micros() < 0 ? "-" : signed ? "+" : "")
          .append(
              String.format(
                  Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60));
      if (fraction != 0) {
        text.append(String.format(Locale.ROOT, ".%06d", fraction).replaceFirst("0+$", ""));
      }
    }
    return text.toString();
  }

  /** A part behind a negative one shows its sign. */
  private static void append(StringBuilder text, int number, String unit) {
    if (number == 0) {
      return;
    }
    boolean signed = number > 0 && text.indexOf("-") >= 0;
    text.append(text.isEmpty() ? "" : " ")
        .append(signed ? "+" : "")
        .append(number)
        .append(' ')
        .append(unit)
        .append(number == 1 ? "" : "s");
  }
}
