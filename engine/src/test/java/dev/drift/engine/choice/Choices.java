package dev.drift.engine.choice;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;

/**
 * Groups of numbers: a group for each statement of a script, say. jqwik shrinks them by leaving out
 * groups and numbers and by making numbers smaller, best of all zero.
 */
public record Choices(List<List<Integer>> groups) {
  public Choices {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** {@return so many groups of so many numbers; where some are left out, the others move up} */
  public static Arbitrary<Choices> of(int groups, int numbers) {
    return of(groups, numbers, Optional.empty(), Optional.empty());
  }

  /** {@return the same, but where some are left out, zeros stand in their places} */
  public static Arbitrary<Choices> inPlaces(int groups, int numbers) {
    return of(groups, numbers, Optional.of(List.of()), Optional.of(0));
  }

  private static Arbitrary<Choices> of(
      int groups, int numbers, Optional<List<Integer>> noGroup, Optional<Integer> noNumber) {
    return Arbitraries.fromGenerator(
        random ->
            new Shorter<>(
                    IntStream.range(0, groups).mapToObj(i -> group(random, numbers)).toList(),
                    noGroup,
                    group -> shrinkable(group, noNumber).shrink().map(Shrinkable::value),
                    group -> shrinkable(group, noNumber).weight())
                .map(Choices::new));
  }

  private static List<Integer> group(Random random, int numbers) {
    return random.ints(numbers, 0, Dice.SIDES).boxed().toList();
  }

  private static Shorter<Integer> shrinkable(List<Integer> group, Optional<Integer> blank) {
    return new Shorter<>(group, blank, Choices::less, Integer::longValue);
  }

  private static Stream<Integer> less(int number) {
    return IntStream.of(0, number / 2, number - number / 4, number - number / 16)
        .filter(less -> less < number)
        .boxed();
  }

  /** {@return texts, made at random; jqwik shrinks them by leaving out characters} */
  public static Arbitrary<String> texts(Function<Dice, String> maker) {
    return Arbitraries.fromGenerator(
        random ->
            new Shorter<>(
                    maker.apply(Dice.of(random)).codePoints().boxed().toList(),
                    Optional.empty(),
                    character -> Stream.empty(),
                    character -> 0)
                .map(Choices::text));
  }

  private static String text(List<Integer> codePoints) {
    var text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** {@return the numbers of one group; none at all if it was left out} */
  public Dice dice(int group) {
    return Dice.of(group < groups.size() ? groups.get(group) : List.of());
  }

  /** For jqwik's report, beside which stands what was made of the numbers. */
  @Override
  public String toString() {
    return groups.size() + " groups of numbers";
  }
}
