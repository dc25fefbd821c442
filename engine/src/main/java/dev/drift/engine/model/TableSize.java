package dev.drift.engine.model;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * How much a table holds, its partitions and inheriting tables included.
 *
 * @param rows as the server's statistics estimate it; empty if the table was never analyzed
 * @param bytes with its indexes and what is stored out of line
 */
public record TableSize(OptionalLong rows, long bytes) {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  /** {@return it in words: {@code about 1,200,000 rows, 340 MB}} */
  public String words() {
    String size = size(bytes);
    return rows.isPresent()
        ? String.format(Locale.ROOT, "about %,d rows, %s", rows.getAsLong(), size)
        : size + ", rows never counted";
  }

  private static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 10_000 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.0f %s", value, UNITS[unit]);
  }
}
