package dev.drift.engine.source;

import java.math.BigInteger;
import java.util.Comparator;

/** Names by the number they start with, those without one last; then by name. */
final class FirstNumber implements Comparator<String> {
  @Override
  public int compare(String left, String right) {
    String lefts = digits(left);
    String rights = digits(right);
    if (lefts.isEmpty() != rights.isEmpty()) {
      return lefts.isEmpty() ? 1 : -1;
    }
    int order = lefts.isEmpty() ? 0 : new BigInteger(lefts).compareTo(new BigInteger(rights));
    return order != 0 ? order : left.compareTo(right);
  }

  private static String digits(String name) {
    return name.replaceFirst("\\D.*$", "");
  }
}
