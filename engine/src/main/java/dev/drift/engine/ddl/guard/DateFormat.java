package dev.drift.engine.ddl.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of {@code to_char} and {@code to_date} (manual section 9.8), read from left to right.
 */
final class DateFormat {
  /** A field of the pattern, or the text between fields. */
  private record Item(Optional<DateField> field, boolean fill, String text) {}

  private final List<Item> items;

  private DateFormat(List<Item> items) {
    this.items = items;
  }

  /** {@return the pattern; empty if it has what is not known here} */
  static Optional<DateFormat> read(String pattern) {
    var items = new ArrayList<Item>();
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.charAt(at) == '"') {
        int end = pattern.indexOf('"', at + 1);
        if (end < 0 || pattern.indexOf('\\') >= 0) {
          return Optional.empty();
        }
        items.add(new Item(Optional.empty(), false, pattern.substring(at + 1, end)));
        at = end + 1;
        continue;
      }
      int start = at;
      boolean fill = false;
      while (startsWith(pattern, at, "FM") || startsWith(pattern, at, "TM")) {
        fill |= startsWith(pattern, at, "FM");
        at += 2;
      }
      Optional<DateField> field = DateField.at(pattern, at);
      if (field.isEmpty()) {
        at = start;
        items.add(new Item(Optional.empty(), false, String.valueOf(pattern.charAt(at++))));
        continue;
      }
      at += field.get().word().length();
      items.add(new Item(field, fill, field.get().word()));
      if (startsWith(pattern, at, "TH")) {
        return Optional.empty();
      }
    }
    return Optional.of(new DateFormat(items));
  }

  private static boolean startsWith(String pattern, int at, String word) {
    return pattern.regionMatches(true, at, word, 0, word.length());
  }

  /** {@return the time in this format; empty where a field cannot be told} */
  Optional<String> format(ZonedDateTime time) {
    var text = new StringBuilder();
    for (Item item : items) {
      if (item.field().isEmpty()) {
        text.append(item.text());
        continue;
      }
      Optional<String> part = item.field().get().format(time, item.fill());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      text.append(part.get());
    }
    return Optional.of(text.toString());
  }

  /** {@return the date that {@code text} says in a format of year, month and day in digits} */
  Optional<LocalDate> date(String text) {
    int year = 0;
    int month = 1;
    int day = 1;
    int at = 0;
    for (Item item : items) {
      int width = item.field().isPresent() ? item.text().length() : 1;
      if (item.field().isEmpty()) {
        at += item.text().length();
        continue;
      }
      int end = Math.min(at + width, text.length());
      String digits = at < end ? text.substring(at, end) : "";
      if (!digits.matches("\\d+") || digits.length() != width) {
        return Optional.empty();
      }
      int number = Integer.parseInt(digits);
      at = end;
      switch (item.text().toUpperCase(java.util.Locale.ROOT)) {
        case "YYYY" -> year = number;
        case "MM" -> month = number;
        case "DD" -> day = number;
        default -> {
          return Optional.empty();
        }
      }
    }
    try {
      return year == 0 || at != text.length()
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
