package dev.drift.engine.source;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order a person expects of file names: what starts with a number comes by number ({@code
 * 2_b.sql} before {@code 10_a.sql}, {@code 1.9} before {@code 1.10}), then the rest, in byte order.
 * Directories take part by their names.
 */
final class PlainOrder implements Comparator<String> {
  /** A number, or several with dots between them. */
  static final Pattern NUMBER = Pattern.compile("[vV]?(?<number>\\d+(\\.\\d+)*).*");

  @Override
  public int compare(String left, String right) {
    String[] lefts = left.split("/");
    String[] rights = right.split("/");
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      int order = compareNames(lefts[i], rights[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  private static int compareNames(String left, String right) {
    Matcher leftNumber = NUMBER.matcher(left);
    Matcher rightNumber = NUMBER.matcher(right);
    boolean leftHas = leftNumber.matches();
    boolean rightHas = rightNumber.matches();
    if (leftHas && rightHas) {
      int order = compareNumbers(leftNumber.group("number"), rightNumber.group("number"));
      return order != 0 ? order : left.compareTo(right);
    }
    return leftHas == rightHas ? left.compareTo(right) : leftHas ? -1 : 1;
  }

  private static int compareNumbers(String left, String right) {
    String[] lefts = left.split("\\.");
    String[] rights = right.split("\\.");
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      int order = new BigInteger(lefts[i]).compareTo(new BigInteger(rights[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }
}
