package dev.drift.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A sequence of choices, made at random; a second sequence can follow a first one mostly. */
final class Variants {
  private final Random random;
  private final List<Integer> model;
  private final double faithful;
  private final List<Integer> chosen = new ArrayList<>();

  private Variants(Random random, List<Integer> model, double faithful) {
    this.random = random;
    this.model = model;
    this.faithful = faithful;
  }

  static Variants free(Random random) {
    return new Variants(random, List.of(), 0);
  }

  /** Choices of which each is that of {@code model} with the probability {@code faithful}. */
  static Variants like(Variants model, Random random, double faithful) {
    return new Variants(random, List.copyOf(model.chosen), faithful);
  }

  /** {@return one of {@code texts}; an empty text is nothing at all} */
  String of(String... texts) {
    int free = random.nextInt(texts.length);
    int place = chosen.size();
    boolean follow = random.nextDouble() < faithful && place < model.size();
    int choice = follow ? model.get(place) % texts.length : free;
    chosen.add(choice);
    return texts[choice];
  }

  /** {@return {@code text}, or nothing in one of {@code times} cases} */
  String mostly(String text, int times) {
    var texts = new String[times];
    java.util.Arrays.fill(texts, text);
    texts[times - 1] = "";
    return of(texts);
  }

  /** {@return {@code text} in one of {@code times} cases, else nothing} */
  String seldom(String text, int times) {
    var texts = new String[times];
    java.util.Arrays.fill(texts, "");
    texts[times - 1] = text;
    return of(texts);
  }
}
