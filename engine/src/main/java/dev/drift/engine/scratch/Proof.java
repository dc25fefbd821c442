package dev.drift.engine.scratch;

import java.util.ArrayList;
import java.util.List;

/** What became of a plan on a throwaway server. */
public sealed interface Proof {

  /**
   * The script arrived, and its second run changed nothing.
   *
   * @param server the throwaway server's version
   * @param tried how many steps were run
   * @param steps how many the plan has
   * @param gaps what the proof does not cover, a sentence each
   */
  record Held(String server, int tried, int steps, List<String> gaps) implements Proof {
    public Held {
      gaps = List.copyOf(gaps);
    }
  }

  /** It did not, or could not be tried. */
  record Failed(String server, String reason) implements Proof {}

  /** {@return it in words, a line each, for a script's header} */
  default List<String> words() {
    return switch (this) {
      case Held held -> {
        var words = new ArrayList<String>();
        words.add(
            "Proved on PostgreSQL %s: %s, second run changed nothing."
                .formatted(held.server(), count(held)));
        held.gaps().forEach(gap -> words.add("  " + gap));
        yield List.copyOf(words);
      }
      case Failed failed ->
          List.of("NOT PROVED on PostgreSQL %s: %s".formatted(failed.server(), failed.reason()));
    };
  }

  private static String count(Held held) {
    String steps = held.steps() == 1 ? "1 step" : held.steps() + " steps";
    return held.tried() == held.steps() ? steps : held.tried() + " of " + steps;
  }
}
