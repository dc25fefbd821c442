package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a tool cuts at a delimiter of its own before the server sees them. */
final class Chunks {
  private Chunks() {}

  /** {@return the statements of each part of {@code text} between {@code from} and {@code to}} */
  static List<Statement> read(FileText text, int from, int to, String delimiter, Reading reading) {
    return read(text, from, to, Pattern.compile(delimiter, Pattern.LITERAL), reading);
  }

  /** As above, cut at whatever {@code delimiter} matches. */
  static List<Statement> read(FileText text, int from, int to, Pattern delimiter, Reading reading) {
    var places = new Places(text.text());
    var statements = new ArrayList<Statement>();
    Matcher found = delimiter.matcher(text.text()).region(from, to).useAnchoringBounds(false);
    int start = from;
    while (found.find()) {
      statements.addAll(reading.statements(text, start, found.start(), places.at(start)));
      start = found.end();
    }
    statements.addAll(reading.statements(text, start, to, places.at(start)));
    return statements;
  }
}
