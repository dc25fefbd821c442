package dev.drift.engine.render.tool;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version numbers that come after those in a directory, counted on the same way: {@code 0007}
 * after {@code 0006}, a time after a time, {@code 1.4} after {@code 1.3}.
 */
final class Numbers {
  private static final int DIGITS_OF_A_TIME = 14;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Optional<String> last;
  private final Instant now;

  private Numbers(Optional<String> last, Instant now) {
    this.last = last;
    this.now = now;
  }

  /**
   * {@return the numbers after those that {@code pattern} finds as {@code version} in the names}
   */
  static Numbers after(Directory directory, Pattern pattern) {
    return new Numbers(
        directory.names().stream()
            .map(pattern::matcher)
            .filter(Matcher::matches)
            .map(name -> name.group("version"))
            .max(Numbers::compare),
        directory.now());
  }

  /**
   * {@return the {@code index}-th of them, zero-based; {@code first} counts if there is none yet}
   */
  String next(int index, String first) {
    String before = last.orElse("");
    if (before.isEmpty()) {
      return first.isEmpty() ? time(index) : plus(first, index);
    }
    return before.matches("\\d{" + DIGITS_OF_A_TIME + "}") ? time(index) : plus(before, index + 1);
  }

  /**
   * {@return the time now, or, where a name is ahead of it, just after that, and so many seconds}
   */
  String time(int seconds) {
    LocalDateTime start = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    try {
      LocalDateTime ahead =
          LocalDateTime.parse(last.orElse("").replaceAll("\\D", ""), TIME).plusSeconds(1);
      start = ahead.isAfter(start) ? ahead : start;
    } catch (DateTimeParseException noTime) {
      // Then there is nothing to be ahead of.
    }
    return TIME.format(start.plusSeconds(seconds));
  }

  /** The last run of digits counts, and keeps its width. */
  private static String plus(String version, int more) {
    Matcher digits = Pattern.compile("^(.*?)(\\d+)$").matcher(version);
    if (!digits.matches()) {
      return version;
    }
    String sum = new BigInteger(digits.group(2)).add(BigInteger.valueOf(more)).toString();
    return digits.group(1) + "0".repeat(Math.max(0, digits.group(2).length() - sum.length())) + sum;
  }

  private static int compare(String left, String right) {
    List<BigInteger> a = parts(left);
    List<BigInteger> b = parts(right);
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static List<BigInteger> parts(String version) {
    return Pattern.compile("\\d+")
        .matcher(version)
        .results()
        .map(digits -> new BigInteger(digits.group()))
        .toList();
  }
}
