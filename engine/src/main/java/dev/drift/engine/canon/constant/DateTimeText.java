package dev.drift.engine.canon.constant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times in ISO spelling; a time stamp with zone in UTC. */
final class DateTimeText {
  private static final Pattern ISO =
      Pattern.compile(
          "(?:(\\d{4,6})-(\\d\\d?)-(\\d\\d?))?[ T]*(?:(\\d\\d?):(\\d\\d)(?::(\\d\\d)(\\.\\d+)?)?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d\\d?(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> FIXED = Set.of("infinity", "-infinity", "epoch");

  private DateTimeText() {}

  static Optional<String> canonical(String type, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (FIXED.contains(lower)) {
      return Optional.of(lower.equals("epoch") ? epoch(type) : lower);
    }
    Matcher iso = ISO.matcher(text);
    if (text.isEmpty() || !iso.matches()) {
      return Optional.empty();
    }
    try {
      return read(type, iso);
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static String epoch(String type) {
    return type.equals("date") ? "1970-01-01" : "1970-01-01T00:00";
  }

  private static Optional<String> read(String type, Matcher iso) {
    LocalTime time =
        iso.group(4) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(
                number(iso, 4),
                number(iso, 5),
                iso.group(6) == null ? 0 : number(iso, 6),
                iso.group(7) == null ? 0 : nanos(iso.group(7)));
    if (type.startsWith("time without")) {
      return iso.group(4) == null ? Optional.empty() : Optional.of(time.toString());
    }
    if (iso.group(1) == null) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    if (type.equals("date")) {
      return Optional.of(date.toString());
    }
    LocalDateTime local = date.atTime(time);
    if (type.endsWith("without time zone") || iso.group(8) == null) {
      return Optional.of(local.toString());
    }
    return Optional.of(
        local.atOffset(zone(iso.group(8))).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
            + "");
  }

  private static ZoneOffset zone(String text) {
    if (Character.isLetter(text.charAt(0))) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    int sign = text.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }
}
