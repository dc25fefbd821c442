package dev.drift.engine.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The {@code \if} blocks that a psql script is in. */
final class Branches {
  private static final class Branch {
    private final boolean outer;
    private boolean taken;
    private boolean active;

    Branch(boolean outer) {
      this.outer = outer;
    }
  }

  private final Deque<Branch> open = new ArrayDeque<>();

  boolean isActive() {
    return open.isEmpty() || open.peek().active;
  }

  /** Takes {@code \if} or {@code \elif}. {@return whether its condition is understood} */
  boolean condition(String command, List<String> arguments) {
    if (command.equals("if")) {
      open.push(new Branch(isActive()));
    }
    Branch branch = open.peek();
    if (branch == null) {
      return false;
    }
    boolean matters = branch.outer && !branch.taken;
    String value = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
    boolean isTrue =
        isPrefix(value, "true", 1)
            || isPrefix(value, "yes", 1)
            || value.equals("on")
            || value.equals("1");
    boolean isFalse =
        isPrefix(value, "false", 1)
            || isPrefix(value, "no", 1)
            || isPrefix(value, "off", 2)
            || value.equals("0");
    branch.active = matters && isTrue;
    branch.taken |= branch.active;
    return !matters || isTrue || isFalse;
  }

  void otherwise() {
    Branch branch = open.peek();
    if (branch != null) {
      branch.active = branch.outer && !branch.taken;
      branch.taken = true;
    }
  }

  void end() {
    open.poll();
  }

  private static boolean isPrefix(String value, String word, int least) {
    return value.length() >= least && word.startsWith(value);
  }
}
