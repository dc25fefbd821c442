package dev.drift.engine.plan;

import dev.drift.engine.choice.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A sequence of choices; a second sequence can follow a first one mostly. */
final class Variants {
  private final Dice free;
  private final List<Integer> model;
  private final Dice deviations;
  private final int percent;
  private final List<Integer> chosen = new ArrayList<>();

  private Variants(Dice free, List<Integer> model, Dice deviations, int percent) {
    this.free = free;
    this.model = model;
    this.deviations = deviations;
    this.percent = percent;
  }

  static Variants free(Dice dice) {
    return new Variants(dice, List.of(), Dice.of(List.of()), 0);
  }

  /**
   * Choices of which each is that of {@code model}, but where {@code deviations} say otherwise;
   * zero does not.
   */
  static Variants like(Variants model, Dice dice, Dice deviations) {
    return new Variants(dice, List.copyOf(model.chosen), deviations, 5 + deviations.below(56));
  }

  /** {@return one of {@code texts}; an empty text is nothing at all, and the simplest} */
  String of(String... texts) {
    List<String> simplestFirst =
        Stream.of(texts).sorted(Comparator.comparing(text -> !text.isEmpty())).toList();
    int own = free.below(texts.length);
    int place = chosen.size();
    boolean follow = place < model.size() && !deviations.chance(percent);
    int choice = follow ? model.get(place) % texts.length : own;
    chosen.add(choice);
    return simplestFirst.get(choice);
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
