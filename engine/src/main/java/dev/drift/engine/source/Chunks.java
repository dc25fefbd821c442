package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;

/** Texts that a tool cuts at a delimiter of its own before the server sees them. */
final class Chunks {
  private Chunks() {}

  /** {@return the statements of each part of {@code text} between {@code from} and {@code to}} */
  static List<Statement> read(FileText text, int from, int to, String delimiter, Reading reading) {
    var places = new Places(text.text());
    var statements = new ArrayList<Statement>();
    int start = from;
    while (start <= to) {
      int found = text.text().indexOf(delimiter, start);
      int end = found < 0 || found > to ? to : found;
      statements.addAll(reading.statements(text, start, end, places.at(start)));
      start = end == to ? to + 1 : end + delimiter.length();
    }
    return statements;
  }
}
