package dev.drift.engine.canon;

import java.util.List;
import java.util.Random;

/** One of several, by a random number. */
record RandomChoice(Random random) {
  String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
