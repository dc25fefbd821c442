package dev.drift.engine.canon.constant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an interval as months, days and seconds, which is what PostgreSQL stores. */
final class IntervalText {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?)(\\d+):(\\d\\d?)(?::(\\d\\d?(?:\\.\\d*)?))?|([+-]?\\d*\\.?\\d+)\\s*"
              + "([a-zA-Z]*))\\s*,?");

  /** Minutes and seconds: with a fraction always, without one where the type says so. */
  private static final Pattern MINUTES = Pattern.compile("(^| )([+-]?)(\\d+:\\d\\d?(?:\\.\\d+)?)$");

  private static final Map<String, Integer> MONTHS =
      Map.of("year", 12, "month", 1, "decade", 120, "century", 1200, "millennium", 12000);
  private static final Map<String, Integer> DAYS = Map.of("week", 7, "day", 1);
  private static final Map<String, Integer> SECONDS =
      Map.of("hour", 3600, "minute", 60, "second", 1);
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("y", "year"),
          Map.entry("yr", "year"),
          Map.entry("yrs", "year"),
          Map.entry("mon", "month"),
          Map.entry("mons", "month"),
          Map.entry("w", "week"),
          Map.entry("d", "day"),
          Map.entry("h", "hour"),
          Map.entry("hr", "hour"),
          Map.entry("hrs", "hour"),
          Map.entry("m", "minute"),
          Map.entry("min", "minute"),
          Map.entry("mins", "minute"),
          Map.entry("s", "second"),
          Map.entry("sec", "second"),
          Map.entry("secs", "second"),
          Map.entry("centuries", "century"),
          Map.entry("ms", "millisecond"),
          Map.entry("msec", "millisecond"),
          Map.entry("us", "microsecond"),
          Map.entry("usec", "microsecond"));

  private BigDecimal months = BigDecimal.ZERO;
  private BigDecimal days = BigDecimal.ZERO;
  private BigDecimal seconds = BigDecimal.ZERO;

  private IntervalText() {}

  /**
   * {@return {@code text} in canonical form}
   *
   * @param fields the type's fields, {@code day to second}; a bare number counts the last one
   */
  static Optional<String> canonical(String text, String fields) {
    return read(text, fields).map(IntervalText::text);
  }

  static Optional<IntervalText> read(String text, String fields) {
    var interval = new IntervalText();
    String unit = fields.replaceAll("\\(.*|^\\d+$", "").replaceFirst(".* ", "");
    String rest = text.startsWith("@") ? text.substring(1) : text;
    if (rest.matches("[+-]?\\d+(\\.\\d+)?") && !unit.isEmpty()) {
      rest = rest + ' ' + unit;
    }
    if (fields.startsWith("minute to second") || rest.matches(".*:\\d+\\.\\d+")) {
      rest = MINUTES.matcher(rest).replaceFirst("$1$200:$3");
    }
    boolean ago = rest.endsWith("ago");
    rest = (ago ? rest.substring(0, rest.length() - 3) : rest).strip();
    boolean read = rest.startsWith("P") ? interval.iso(rest) : interval.parts(rest);
    if (!read || interval.limited(fields)) {
      return Optional.empty();
    }
    if (ago) {
      interval.negate();
    }
    return Optional.of(interval);
  }

  private void negate() {
    months = months.negate();
    days = days.negate();
    seconds = seconds.negate();
  }

  /** Whether it has more than its type keeps (timestamp.c, AdjustIntervalForTypmod). */
  private boolean limited(String fields) {
    String last = fields.replaceAll("\\(.*|^\\d+$", "").replaceFirst(".* ", "");
    Matcher digits = Pattern.compile("\\d+").matcher(fields);
    BigDecimal unit =
        switch (last) {
          case "year", "month", "day" -> seconds.abs().add(BigDecimal.ONE);
          case "hour" -> BigDecimal.valueOf(3600);
          case "minute" -> BigDecimal.valueOf(60);
          default ->
              BigDecimal.ONE.movePointLeft(digits.find() ? Integer.parseInt(digits.group()) : 6);
        };
    boolean tooFine = seconds.remainder(unit).signum() != 0;
    boolean noDays = last.equals("year") || last.equals("month");
    boolean noMonths = last.equals("year");
    return tooFine
        || noDays && days.signum() != 0
        || noMonths && months.remainder(BigDecimal.valueOf(12)).signum() != 0;
  }

  private boolean parts(String written) {
    String text =
        written
            .replaceFirst("^([+-]?)(\\d+)-(\\d+)(?= |$)", "$1$2 year $1$3 month")
            .replaceAll("([+-])\\s+(?=[\\d.])", "$1")
            .replaceFirst("^([+-]?\\d+) +(?=[+-]?\\d+:)", "$1 day ");
    Matcher part = PART.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!part.find(at) || part.start() != at || part.end() == at) {
        return false;
      }
      at = part.end();
      if (part.group(2) != null) {
        time(part);
      } else if (part.group(6).isEmpty() && part.end() - part.start() < text.length()) {
        return false;
      } else if (!add(part.group(6).isEmpty() ? "second" : part.group(6), part.group(5))) {
        return false;
      }
    }
    return at > 0;
  }

  private void time(Matcher part) {
    BigDecimal time =
        new BigDecimal(part.group(2))
            .multiply(BigDecimal.valueOf(3600))
            .add(new BigDecimal(part.group(3)).multiply(BigDecimal.valueOf(60)));
    if (part.group(4) != null) {
      time = time.add(new BigDecimal(part.group(4)));
    }
    seconds = seconds.add(part.group(1).equals("-") ? time.negate() : time);
  }

  /** {@code P1Y2M3DT4H5M6S}. */
  private boolean iso(String text) {
    boolean time = false;
    Matcher part = Pattern.compile("(-?\\d+(?:\\.\\d+)?)([YMWDHS])|T").matcher(text);
    int at = 1;
    while (at < text.length()) {
      if (!part.find(at) || part.start() != at) {
        return false;
      }
      at = part.end();
      if (part.group(1) == null) {
        time = true;
        continue;
      }
      String unit =
          switch (part.group(2)) {
            case "Y" -> "year";
            case "M" -> time ? "minute" : "month";
            case "W" -> "week";
            case "D" -> "day";
            case "H" -> "hour";
            default -> "second";
          };
      add(unit, part.group(1));
    }
    return true;
  }

  private boolean add(String word, String number) {
    String lower = word.toLowerCase(Locale.ROOT);
    String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    String unit = UNITS.getOrDefault(lower, UNITS.getOrDefault(singular, singular));
    BigDecimal value = new BigDecimal(number);
    if (MONTHS.containsKey(unit)) {
      BigDecimal total = value.multiply(BigDecimal.valueOf(MONTHS.get(unit)));
      BigDecimal whole = total.setScale(0, RoundingMode.DOWN);
      months = months.add(whole);
      addDays(total.subtract(whole).multiply(BigDecimal.valueOf(30)));
    } else if (DAYS.containsKey(unit)) {
      addDays(value.multiply(BigDecimal.valueOf(DAYS.get(unit))));
    } else if (SECONDS.containsKey(unit)) {
      seconds = seconds.add(value.multiply(BigDecimal.valueOf(SECONDS.get(unit))));
    } else if (unit.equals("millisecond")) {
      seconds = seconds.add(value.movePointLeft(3));
    } else if (unit.equals("microsecond")) {
      seconds = seconds.add(value.movePointLeft(6));
    } else {
      return false;
    }
    return true;
  }

  private void addDays(BigDecimal value) {
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    days = days.add(whole);
    seconds = seconds.add(value.subtract(whole).multiply(BigDecimal.valueOf(86400)));
  }

  private String text() {
    return months.toPlainString()
        + " mons "
        + days.toPlainString()
        + " days "
        + microseconds().movePointLeft(6).stripTrailingZeros().toPlainString()
        + " secs";
  }

  Interval value() {
    return new Interval(
        months.intValueExact(), days.intValueExact(), microseconds().longValueExact());
  }

  private BigDecimal microseconds() {
    return seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
  }
}
