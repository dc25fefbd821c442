package dev.drift.engine.ddl.guard;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a date pattern (formatting.c, DCH_keywords).
 *
 * @param word as it stands in the pattern, in upper or lower case, or capitalised
 */
record DateField(String word) {
  /** Every field, the longer ones of a beginning first; what is not known here stands with them. */
  private static final List<String> WORDS =
      Stream.of(
              "A.D.", "AD", "A.M.", "AM", "B.C.", "BC", "CC", "DAY", "DDD", "DD", "DY", "D", "FF1",
              "FF2", "FF3", "FF4", "FF5", "FF6", "FX", "HH24", "HH12", "HH", "IDDD", "ID", "IW",
              "IYYY", "IYY", "IY", "I", "J", "MI", "MM", "MONTH", "MON", "MS", "OF", "P.M.", "PM",
              "Q", "RM", "SSSSS", "SSSS", "SS", "TZH", "TZM", "TZ", "US", "WW", "W", "Y,YYY",
              "YYYY", "YYY", "YY", "Y")
          .toList();

  /** Fields that are told apart by how they are capitalised. */
  private static final List<String> NAMES = List.of("MONTH", "MON", "DAY", "DY");

  private static final int LONGEST_NAME = 9;

  /** {@return the field that stands there} */
  static Optional<DateField> at(String pattern, int at) {
    for (String upper : WORDS) {
      String lower = upper.toLowerCase(Locale.ROOT);
      String capital = upper.charAt(0) + lower.substring(1);
      if (pattern.startsWith(upper, at) || pattern.startsWith(lower, at)) {
        return Optional.of(new DateField(pattern.substring(at, at + upper.length())));
      }
      if (NAMES.contains(upper) && pattern.startsWith(capital, at)) {
        return Optional.of(new DateField(capital));
      }
    }
    return Optional.empty();
  }

  /** {@return the field of this time; empty if it cannot be told} */
  Optional<String> format(ZonedDateTime time, boolean fill) {
    LocalDate date = time.toLocalDate();
    int year = date.getYear();
    int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "YYYY" -> digits(year, 4, fill);
      case "YYY" -> digits(year % 1000, 3, fill);
      case "YY" -> digits(year % 100, 2, fill);
      case "Y" -> digits(year % 10, 1, fill);
      case "IYYY" -> digits(weekYear, 4, fill);
      case "IYY" -> digits(weekYear % 1000, 3, fill);
      case "IY" -> digits(weekYear % 100, 2, fill);
      case "I" -> digits(weekYear % 10, 1, fill);
      case "CC" -> digits((year - 1) / 100 + 1, 2, fill);
      case "Q" -> digits(date.get(IsoFields.QUARTER_OF_YEAR), 1, fill);
      case "MM" -> digits(date.getMonthValue(), 2, fill);
      case "DD" -> digits(date.getDayOfMonth(), 2, fill);
      case "DDD" -> digits(date.getDayOfYear(), 3, fill);
      case "D" -> digits(date.getDayOfWeek().getValue() % 7 + 1, 1, fill);
      case "ID" -> digits(date.getDayOfWeek().getValue(), 1, fill);
      case "W" -> digits((date.getDayOfMonth() - 1) / 7 + 1, 1, fill);
      case "WW" -> digits((date.getDayOfYear() - 1) / 7 + 1, 2, fill);
      case "IW" -> digits(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, fill);
      case "J" -> digits((int) date.getLong(JulianFields.JULIAN_DAY), 1, fill);
      case "HH24" -> digits(time.getHour(), 2, fill);
      case "HH", "HH12" -> digits((time.getHour() + 11) % 12 + 1, 2, fill);
      case "MI" -> digits(time.getMinute(), 2, fill);
      case "SS" -> digits(time.getSecond(), 2, fill);
      case "MS" -> digits(time.getNano() / 1_000_000, 3, fill);
      case "US" -> digits(time.getNano() / 1000, 6, fill);
      case "SSSS", "SSSSS" -> digits(time.toLocalTime().toSecondOfDay(), 1, fill);
      case "MONTH" -> name(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), fill);
      case "DAY" -> name(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), fill);
      case "MON" -> name(time.getMonth().name().substring(0, 3), true);
      case "DY" -> name(time.getDayOfWeek().name().substring(0, 3), true);
      default -> Optional.empty();
    };
  }

  private static Optional<String> digits(int number, int width, boolean fill) {
    return Optional.of(
        fill ? String.valueOf(number) : String.format(Locale.ROOT, "%0" + width + "d", number));
  }

  private Optional<String> name(String name, boolean fill) {
    String cased =
        word.equals(word.toUpperCase(Locale.ROOT))
            ? name.toUpperCase(Locale.ROOT)
            : word.equals(word.toLowerCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT)
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    return Optional.of(fill ? cased : cased + " ".repeat(LONGEST_NAME - cased.length()));
  }
}
