package dev.drift.engine.sql;

/**
 * Whether a statement is inside the {@code BEGIN ATOMIC … END} body of a function or procedure;
 * told word by word. CASE ends with END as well.
 */
final class RoutineBody {
  private final StringBuilder head = new StringBuilder();
  private int words;
  private boolean begin;
  private int depth;

  boolean isOpen() {
    return depth > 0;
  }

  void word(String word, int parentheses) {
    if (++words <= 4) {
      head.append(word).append(' ');
    }
    if (parentheses == 0 && depth > 0) {
      depth += word.equals("case") ? 1 : word.equals("end") ? -1 : 0;
    } else if (parentheses == 0 && begin && word.equals("atomic") && isRoutine()) {
      depth = 1;
    }
    begin = word.equals("begin");
  }

  void other() {
    begin = false;
  }

  void reset() {
    head.setLength(0);
    words = 0;
    begin = false;
    depth = 0;
  }

  private boolean isRoutine() {
    String start = head.toString().replaceFirst("^create (or replace )?", "");
    return head.indexOf("create ") == 0
        && (start.startsWith("function ") || start.startsWith("procedure "));
  }
}
