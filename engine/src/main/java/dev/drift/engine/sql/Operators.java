package dev.drift.engine.sql;

/**
 * Where operators end: before a comment, and before trailing + and - unless the operator holds one
 * of {@code ~ ! @ # ^ & | ` ? %} (manual 4.1.3). Remembers the run of operator characters it is in,
 * so that a run of many operators is looked at once.
 */
final class Operators {
  private final String text;
  private final int limit;
  private int runEnd;
  private int lastLoose;
  private int lastSolid;

  Operators(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** {@return the index behind the operator that starts at {@code start}} */
  int end(int start) {
    if (start >= runEnd) {
      measure(start);
    }
    if (lastLoose >= start) {
      return runEnd;
    }
    return Math.max(lastSolid, start) + 1;
  }

  private void measure(int start) {
    lastLoose = -1;
    lastSolid = -1;
    int i = start;
    while (i < limit && Characters.isOperator(text.charAt(i)) && !(i > start && isComment(i))) {
      char c = text.charAt(i);
      if (Characters.isLooseOperator(c)) {
        lastLoose = i;
      }
      if (c != '+' && c != '-') {
        lastSolid = i;
      }
      i++;
    }
    runEnd = i;
  }

  private boolean isComment(int i) {
    char next = i + 1 < limit ? text.charAt(i + 1) : '\0';
    return text.charAt(i) == '-' && next == '-' || text.charAt(i) == '/' && next == '*';
  }
}
