package dev.drift.engine.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out of a failing history what it does not take to fail. */
final class Shrinking {
  private final int major;

  Shrinking(int major) {
    this.major = major;
  }

  /** {@return the shortest script found that still disagrees, with what it disagrees in} */
  String shrink(List<String> applied, String last, String disagreement) {
    var script = new ArrayList<>(applied);
    if (script.isEmpty() || !script.getLast().equals(last)) {
      script.add(last);
    }
    String reason = disagreement;
    for (int width = Math.max(1, script.size() / 2); width >= 1; width /= 2) {
      for (int at = script.size() - 1 - width; at >= 0; at -= width) {
        var shorter = new ArrayList<>(script);
        shorter.subList(at, Math.min(at + width, script.size() - 1)).clear();
        Optional<String> still = disagreement(shorter);
        if (still.isPresent() && kind(still.get()).equals(kind(reason))) {
          script = shorter;
          reason = still.get();
          at = Math.min(at, script.size() - 1);
        }
      }
    }
    return String.join(";\n", script) + ";\n-- " + reason.replace("\n", "\n-- ");
  }

  private static String kind(String reason) {
    return reason.startsWith("only the server")
        ? "server"
        : reason.startsWith("only the replay") ? "replay" : "model";
  }

  private Optional<String> disagreement(List<String> script) {
    var history = new History(major);
    script.subList(0, script.size() - 1).forEach(history::apply);
    return history.run(script.getLast());
  }
}
