package dev.drift.engine.sql;

/** A place in a text that knows its line and column. */
final class Cursor {
  final String text;
  final int end;
  private int at;
  private int line;
  private int lineStart;

  /** Starts at {@code from}, which is at {@code line} and {@code column} of the file. */
  Cursor(String text, int from, int end, int line, int column) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.line = line;
    this.lineStart = from - (column - 1);
  }

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return at - lineStart + 1;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** {@return the character {@code ahead} places on, a null character behind the end} */
  char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\0';
  }

  /** Moves on within the line. */
  void advance(int characters) {
    at += characters;
  }

  /** Moves on to {@code position}, counting lines. */
  void moveTo(int position) {
    int newline = text.indexOf('\n', at, position);
    while (newline >= 0) {
      line++;
      lineStart = newline + 1;
      newline = text.indexOf('\n', newline + 1, position);
    }
    at = position;
  }
}
