package dev.drift.engine.progress;

import dev.drift.engine.source.Migration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Of all points of a history the one that a database fits best. */
final class BestPoint {
  private final int[] distances;
  private final int[] ends;
  private final int least;

  private BestPoint(int[] distances, int[] ends) {
    this.distances = distances;
    this.ends = ends;
    int smallest = distances[0];
    for (int distance : distances) {
      smallest = Math.min(smallest, distance);
    }
    this.least = smallest;
  }

  /**
   * {@return the point, as the number of statements before it}
   *
   * <p>Statements that leave no trace make points that fit equally well: then the record decides,
   * and without one the end of a migration is preferred to its middle.
   *
   * @param distances before the first statement and after each
   * @param ends of each migration, the number of statements up to its end
   * @param recorded how many statements have run by the record
   */
  static int of(int[] distances, int[] ends, OptionalInt recorded) {
    var points = new BestPoint(distances, ends);
    return recorded.isPresent() ? points.nearest(recorded.getAsInt()) : points.last();
  }

  /** {@return for each migration, the number of statements up to its end} */
  static int[] ends(List<Migration> migrations) {
    int[] ends = new int[migrations.size()];
    int count = 0;
    for (int i = 0; i < ends.length; i++) {
      count += migrations.get(i).statements().size();
      ends[i] = count;
    }
    return ends;
  }

  private boolean fits(int point) {
    return point >= 0 && point < distances.length && distances[point] == least;
  }

  private int nearest(int recorded) {
    for (int away = 0; away < distances.length; away++) {
      if (fits(recorded + away)) {
        return away == 0 ? recorded : endOfMigration(recorded + away);
      }
      if (fits(recorded - away)) {
        return recorded - away;
      }
    }
    throw new IllegalStateException("no point of " + distances.length + " fits best");
  }

  /** {@return the end of the migration, if what is left of it makes no difference} */
  private int endOfMigration(int point) {
    for (int i = point; fits(i); i++) {
      if (Arrays.binarySearch(ends, i) >= 0) {
        return i;
      }
    }
    return point;
  }

  private int last() {
    int last = distances.length - 1;
    if (fits(last)) {
      return last;
    }
    while (!fits(last)) {
      last--;
    }
    int first = last;
    while (fits(first - 1)) {
      first--;
    }
    return endOfMigration(first);
  }
}
