package dev.drift.engine.plan;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is equal on both sides, in the words of the expected one: what must be made again among
 * columns of other types is not spelled as it was before (a cast is there or not).
 */
final class Spellings {
  private Spellings() {}

  /** {@return the expected objects that only their spelling tells from the actual ones} */
  static SortedMap<ObjectId, SchemaObject> of(
      SchemaModel expected, SchemaModel actual, List<Difference> differences) {
    Set<ObjectId> differing =
        differences.stream().map(Difference::id).collect(Collectors.toUnmodifiableSet());
    var mine = new TreeMap<ObjectId, SchemaObject>();
    var theirs = new TreeMap<ObjectId, SchemaObject>();
    for (SchemaObject object : actual.objects()) {
      expected
          .find(object.id())
          .filter(other -> !other.equals(object) && !differing.contains(other.id()))
          .ifPresent(
              other -> {
                mine.put(other.id(), other);
                theirs.put(other.id(), object);
              });
    }
    Comparison.compare(SchemaModel.of(mine.values()), SchemaModel.of(theirs.values()))
        .forEach(difference -> mine.remove(difference.id()));
    return mine;
  }
}
