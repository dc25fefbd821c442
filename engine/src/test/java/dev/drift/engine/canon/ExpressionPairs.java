package dev.drift.engine.canon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A file of expressions: one as written, below it, indented, what a server prints. */
record ExpressionPairs(String written, String printed) {

  static List<ExpressionPairs> of(String file) {
    var pairs = new ArrayList<ExpressionPairs>();
    String written = "";
    for (String line : lines(file)) {
      if (line.startsWith("  ")) {
        pairs.add(new ExpressionPairs(written, line.strip()));
      } else if (!line.startsWith("#")) {
        written = line;
      }
    }
    return pairs;
  }

  private static List<String> lines(String file) {
    try (InputStream in = ExpressionPairs.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
