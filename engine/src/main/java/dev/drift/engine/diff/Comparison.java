package dev.drift.engine.diff;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Differences between two models. Knows no object kind: what differs is what the records'
 * components say.
 */
public final class Comparison {
  /** The component that says where a column stands in its table. */
  public static final String POSITION = "position";

  private static final String ID = "id";

  /** The component that only a superuser may read, so that nobody compares it. */
  private static final String CONNECTION = "connection";

  /**
   * The component that says whether a column is there only because of its table's parents, which
   * the table names itself; a column that was there before the parent stays its own besides.
   */
  private static final String INHERITED = "inherited";

  /** The component that tells what a table's checks will be once they are not inherited. */
  private static final String VALID_CHECKS = "validChecks";

  /** The component that tells how copies of a table's indexes will be called. */
  private static final String INDEX_COLUMNS = "indexColumns";

  /** The component that tells which of equal keys was there first. */
  private static final String KEY_ORDER = "keyOrder";

  /** The component that tells what a partition's foreign keys will be called by themselves. */
  private static final String CLONE_NAMES = "cloneNames";

  /** The component that tells which of equal keys a foreign key holds; rows do not care. */
  private static final String STANDS_ON = "standsOn";

  /** The component that tells what an extension's members were given when it was made. */
  private static final String MEMBER_GRANTS = "memberGrants";

  /** The components that only the replay needs, or that say how something came about. */
  private static final Set<String> UNSEEN =
      Set.of(VALID_CHECKS, INDEX_COLUMNS, KEY_ORDER, CLONE_NAMES, STANDS_ON, MEMBER_GRANTS);

  /** The component that says that a relation has no data yet; that it has some is never wrong. */
  private static final String UNFILLED = "unfilled";

  /** How many objects are compared by one thread with one memory of types. */
  private static final int PORTION = 512;

  private final Set<String> ignoredAttributes;

  private Comparison(Set<String> ignoredAttributes) {
    var ignored = new HashSet<>(UNSEEN);
    ignored.addAll(ignoredAttributes);
    this.ignoredAttributes = Set.copyOf(ignored);
  }

  /** {@return what differs, sorted by id; the order of columns does not count} */
  public static List<Difference> compare(SchemaModel expected, SchemaModel actual) {
    return new Comparison(Set.of(POSITION, CONNECTION, INHERITED)).differences(expected, actual);
  }

  /** {@return what differs, sorted by id; the order of columns counts} */
  public static List<Difference> compareWithOrder(SchemaModel expected, SchemaModel actual) {
    return new Comparison(Set.of(CONNECTION, INHERITED)).differences(expected, actual);
  }

  /**
   * {@return comparisons of single objects, whatever their ids; the order of columns does not
   * count}
   *
   * @param around where the types are looked up of what their SQL names
   */
  public static BiFunction<SchemaObject, SchemaObject, Difference> around(SchemaModel around) {
    var comparison = new Comparison(Set.of(POSITION, CONNECTION, ID));
    var surroundings = Surroundings.of(around);
    return (expected, actual) ->
        new Difference(
            expected.id(),
            Optional.of(expected),
            Optional.of(actual),
            comparison.attributes(expected, actual, surroundings));
  }

  /** The objects of one id that are not equal; one of them may be missing. */
  private record Pair(Optional<SchemaObject> expected, Optional<SchemaObject> actual) {}

  private List<Difference> differences(SchemaModel expected, SchemaModel actual) {
    List<Pair> pairs = pairs(expected.objects(), actual.objects());
    return IntStream.range(0, (pairs.size() + PORTION - 1) / PORTION)
        .parallel()
        .mapToObj(i -> pairs.subList(i * PORTION, Math.min((i + 1) * PORTION, pairs.size())))
        .map(portion -> differences(portion, Surroundings.between(expected, actual)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pair> pairs(List<SchemaObject> expected, List<SchemaObject> actual) {
    var pairs = new ArrayList<Pair>();
    int left = 0;
    int right = 0;
    while (left < expected.size() && right < actual.size()) {
      SchemaObject one = expected.get(left);
      SchemaObject other = actual.get(right);
      int order = one.id().compareTo(other.id());
      if (order < 0) {
        pairs.add(new Pair(Optional.of(one), Optional.empty()));
      } else if (order > 0) {
        pairs.add(new Pair(Optional.empty(), Optional.of(other)));
      } else if (!one.equals(other)) {
        pairs.add(new Pair(Optional.of(one), Optional.of(other)));
      }
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    for (SchemaObject one : expected.subList(left, expected.size())) {
      pairs.add(new Pair(Optional.of(one), Optional.empty()));
    }
    for (SchemaObject other : actual.subList(right, actual.size())) {
      pairs.add(new Pair(Optional.empty(), Optional.of(other)));
    }
    return pairs;
  }

  private List<Difference> differences(List<Pair> pairs, Surroundings around) {
    var differences = new ArrayList<Difference>();
    for (Pair pair : pairs) {
      Optional<SchemaObject> left = pair.expected();
      Optional<SchemaObject> right = pair.actual();
      SortedMap<String, Match> attributes =
          left.isPresent() && right.isPresent()
              ? attributes(left.get(), right.get(), around)
              : Collections.emptySortedMap();
      if (left.isEmpty() || right.isEmpty() || !attributes.isEmpty()) {
        ObjectId id = left.or(() -> right).orElseThrow().id();
        differences.add(new Difference(id, left, right, attributes));
      }
    }
    return differences;
  }

  private SortedMap<String, Match> attributes(
      SchemaObject expected, SchemaObject actual, Surroundings around) {
    var unequal = new TreeMap<String, Match>();
    if (expected.equals(actual)) {
      return unequal;
    }
    if (expected.getClass() != actual.getClass()) {
      unequal.put("kind", Match.DIFFERENT);
      return unequal;
    }
    Sameness sameness = Sameness.in(around.of(expected, actual));
    boolean understood = true;
    for (Parts.Part part : Parts.of(expected.getClass())) {
      Object left = part.of((Record) expected);
      Object right = part.of((Record) actual);
      understood &= !(left instanceof Query query) || query.understood();
      understood &= !(right instanceof Query query) || query.understood();
      if (!ignoredAttributes.contains(part.name())
          && !(part.name().equals(UNFILLED) && left.equals(true))) {
        Match match = sameness.compare(left, right);
        if (match != Match.EQUAL) {
          unequal.put(part.name(), match);
        }
      }
    }
    if (!understood) {
      unequal.computeIfPresent("columns", (name, match) -> Match.UNKNOWN);
    }
    return unequal;
  }
}
