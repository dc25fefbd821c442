package dev.drift.engine.sql;

/**
 * Whether a statement is inside the {@code BEGIN ATOMIC … END} body of a function or procedure;
 * told word by word. The END that ends it stands where a statement could start: behind a semicolon
 * or ATOMIC (gram.y, routine_body_stmt_list).
 */
final class RoutineBody {
  private final StringBuilder head = new StringBuilder();
  private int words;
  private boolean begin;
  private boolean open;
  private boolean between;

  boolean isOpen() {
    return open;
  }

  void word(String word, int parentheses) {
    if (++words <= 4) {
      head.append(word).append(' ');
    }
    if (open) {
      open = !(between && word.equals("end"));
      between = false;
    } else if (parentheses == 0 && begin && word.equals("atomic") && isRoutine()) {
      open = true;
      between = true;
    }
    begin = word.equals("begin");
  }

  void semicolon(int parentheses) {
    between = parentheses == 0;
    begin = false;
  }

  void other() {
    between = false;
    begin = false;
  }

  void reset() {
    head.setLength(0);
    words = 0;
    begin = false;
    open = false;
    between = false;
  }

  private boolean isRoutine() {
    String start = head.toString().replaceFirst("^create (or replace )?", "");
    return head.indexOf("create ") == 0
        && (start.startsWith("function ") || start.startsWith("procedure "));
  }
}
