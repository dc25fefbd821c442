package dev.drift.engine.progress.stops;

import dev.drift.engine.source.Migration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many stops are made on the way, and which.
 *
 * @param count half of them between migrations, half anywhere; below zero: after every migration,
 *     and half as many anywhere
 */
record Stops(int count, long seed) {

  /** {@return how many are meant by a number, or by {@code all}} */
  static Stops of(String count, long seed) {
    return new Stops(count.equals("all") ? -1 : Integer.parseInt(count), seed);
  }

  /** {@return the stops, as the number of statements that have run; the last is the end} */
  SortedSet<Integer> in(List<Migration> migrations) {
    var random = new Random(seed);
    int[] ends = new int[migrations.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += migrations.get(i).statements().size();
      ends[i] = end;
    }
    var stops = new TreeSet<Integer>();
    stops.add(end);
    if (count < 0) {
      Arrays.stream(ends).forEach(stops::add);
    }
    for (int i = 0; i < (count < 0 ? ends.length : count); i++) {
      stops.add(i % 2 == 0 ? ends[random.nextInt(ends.length)] : random.nextInt(end + 1));
    }
    return stops;
  }
}
