package dev.drift.engine.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A list that jqwik shrinks by leaving out many elements, then few, then one, from anywhere in it,
 * the last ones first; and then by making an element simpler. jqwik's own lists lose elements at
 * their ends only.
 *
 * @param blank what stands in the place of elements that are left out; without it, the others move
 * @param simpler what may stand for an element
 * @param weighing what an element weighs: less, where it is simpler
 */
record Shorter<E>(
    List<E> value, Optional<E> blank, Function<E, Stream<E>> simpler, ToLongFunction<E> weighing)
    implements Shrinkable<List<E>> {

  @Override
  public Stream<Shrinkable<List<E>>> shrink() {
    return Stream.concat(
            Stream.iterate(value.size(), width -> width >= 1, width -> width / 2)
                .flatMap(this::without),
            IntStream.range(0, value.size()).boxed().flatMap(this::simplerAt))
        .filter(shorter -> !shorter.equals(value))
        .map(shorter -> new Shorter<>(shorter, blank, simpler, weighing));
  }

  private Stream<List<E>> without(int width) {
    return Stream.iterate(value.size(), end -> end > 0, end -> end - width)
        .map(
            end -> {
              var shorter = new ArrayList<>(value);
              List<E> part = shorter.subList(Math.max(0, end - width), end);
              blank.ifPresentOrElse(nothing -> Collections.fill(part, nothing), part::clear);
              return shorter;
            });
  }

  private Stream<List<E>> simplerAt(int at) {
    return simpler
        .apply(value.get(at))
        .map(
            element -> {
              var simplified = new ArrayList<>(value);
              simplified.set(at, element);
              return simplified;
            });
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(value.size(), weight());
  }

  /** {@return more than that of every list that this one can shrink to} */
  long weight() {
    return value.size() + value.stream().mapToLong(weighing).sum();
  }
}
