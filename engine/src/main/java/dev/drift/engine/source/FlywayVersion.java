package dev.drift.engine.source;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A version such as {@code 1_10} or {@code 1.10}, compared part by part as numbers; {@code 1}
 * equals {@code 1.0}.
 *
 * @param written as the file name says it
 */
record FlywayVersion(String written) implements Comparable<FlywayVersion> {

  /** {@return how Flyway records it: with dots} */
  String shown() {
    return written.replace('_', '.').replaceAll("\\.+$", "");
  }

  private List<BigInteger> parts() {
    var parts = new ArrayList<BigInteger>();
    for (String part : shown().split("\\.", -1)) {
      parts.add(part.isEmpty() ? BigInteger.ZERO : new BigInteger(part));
    }
    return parts;
  }

  @Override
  public int compareTo(FlywayVersion other) {
    List<BigInteger> left = parts();
    List<BigInteger> right = other.parts();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      BigInteger l = i < left.size() ? left.get(i) : BigInteger.ZERO;
      BigInteger r = i < right.size() ? right.get(i) : BigInteger.ZERO;
      if (l.compareTo(r) != 0) {
        return l.compareTo(r);
      }
    }
    return 0;
  }
}
