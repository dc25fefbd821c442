package dev.drift.engine.choice;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Choices between alternatives, the first of which is the simplest: it is taken where the number is
 * zero, and where there are no numbers any more.
 */
public final class Dice {
  /** Numbers are below it. */
  static final int SIDES = 1 << 16;

  private final IntSupplier numbers;

  private Dice(IntSupplier numbers) {
    this.numbers = numbers;
  }

  /** {@return choices that follow {@code numbers}} */
  public static Dice of(List<Integer> numbers) {
    Iterator<Integer> left = numbers.iterator();
    return new Dice(() -> left.hasNext() ? left.next() : 0);
  }

  /** {@return choices at random} */
  public static Dice of(Random random) {
    return new Dice(() -> random.nextInt(SIDES));
  }

  /** {@return the next number, whatever it is to choose} */
  public int roll() {
    return numbers.getAsInt();
  }

  /** {@return a number from zero on} */
  public int below(int bound) {
    return (int) ((long) roll() * bound / SIDES);
  }

  /** {@return true in so many of a hundred cases} */
  public boolean chance(int percent) {
    return below(100) >= 100 - percent;
  }

  /** {@return one of several} */
  public <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  /** {@return one of several} */
  public String one(String... of) {
    return of[below(of.length)];
  }
}
