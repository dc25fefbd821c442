package dev.drift.engine.source;

import java.util.Arrays;

/** Finds line and column of a place in a text. */
final class Places {

  /**
   * A line and a column, both one-based.
   *
   * @param line counted by line feeds
   * @param column in UTF-16 units
   */
  record Place(int line, int column) {}

  private final int[] lineStarts;

  Places(String text) {
    int count = 1 + (int) text.chars().filter(c -> c == '\n').count();
    lineStarts = new int[count];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lineStarts[line++] = i + 1;
    }
  }

  Place at(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, offset - lineStarts[line] + 1);
  }
}
