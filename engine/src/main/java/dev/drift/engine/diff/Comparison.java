package dev.drift.engine.diff;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

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

  private final Set<String> ignoredAttributes;

  private Comparison(Set<String> ignoredAttributes) {
    this.ignoredAttributes = ignoredAttributes;
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

  private List<Difference> differences(SchemaModel expected, SchemaModel actual) {
    var around = Surroundings.of(expected);
    var ids = new TreeSet<ObjectId>();
    expected.objects().forEach(object -> ids.add(object.id()));
    actual.objects().forEach(object -> ids.add(object.id()));
    var differences = new ArrayList<Difference>();
    for (ObjectId id : ids) {
      Optional<SchemaObject> left = expected.find(id);
      Optional<SchemaObject> right = actual.find(id);
      var attributes = new TreeMap<String, Match>();
      if (left.isPresent() && right.isPresent()) {
        attributes.putAll(attributes(left.get(), right.get(), around));
        if (attributes.isEmpty()) {
          continue;
        }
      }
      differences.add(new Difference(id, left, right, attributes));
    }
    return List.copyOf(differences);
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
    Sameness sameness = Sameness.in(around.of(expected));
    boolean understood = true;
    for (Parts.Part part : Parts.of(expected.getClass())) {
      Object left = part.of((Record) expected);
      Object right = part.of((Record) actual);
      understood &= !(left instanceof Query query) || query.understood();
      understood &= !(right instanceof Query query) || query.understood();
      if (!ignoredAttributes.contains(part.name())) {
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
