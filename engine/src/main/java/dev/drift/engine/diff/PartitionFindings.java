package dev.drift.engine.diff;

import dev.drift.engine.canon.Match;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionPart;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to say of partitions' parts: that one has another name or another state. That one
 * is there or not goes without saying, since it comes and goes with its original or the partition.
 */
final class PartitionFindings {
  private record Place(String schema, String partition, ObjectId original) {}

  private final Map<Place, Difference> unexpected = new HashMap<>();
  private final Map<ObjectId, Difference> all = new HashMap<>();

  PartitionFindings(List<Difference> differences) {
    for (Difference difference : differences) {
      all.put(difference.id(), difference);
      if (difference.isUnexpected()
          && difference.actual().orElseThrow() instanceof PartitionPart part) {
        unexpected.put(place(part), difference);
      }
    }
  }

  /** {@return whether the difference is one of a partition's part} */
  static boolean concern(Difference difference) {
    return difference.expected().or(difference::actual).orElseThrow() instanceof PartitionPart;
  }

  /** {@return the part of the same partition for the same original, under another name} */
  Optional<SchemaObject> renamed(Difference difference) {
    return difference.isMissing()
        ? Optional.ofNullable(
                unexpected.get(place((PartitionPart) difference.expected().orElseThrow())))
            .flatMap(Difference::actual)
        : Optional.empty();
  }

  /** {@return the attributes that differ by themselves, not because the original's do} */
  SortedMap<String, Match> attributes(Difference difference) {
    var attributes = new TreeMap<>(difference.attributes());
    attributes.remove("original");
    if (difference.expected().orElse(null) instanceof PartitionTrigger expected
        && difference.actual().orElse(null) instanceof PartitionTrigger actual
        && isStateOf(
            expected,
            Optional.ofNullable(all.get(expected.original())).flatMap(Difference::expected))
        && isStateOf(
            actual,
            Optional.ofNullable(all.get(expected.original())).flatMap(Difference::actual))) {
      attributes.remove("enabled");
    }
    return attributes;
  }

  private static boolean isStateOf(PartitionTrigger trigger, Optional<SchemaObject> original) {
    return original
        .filter(found -> found instanceof Trigger of && of.enabled() == trigger.enabled())
        .isPresent();
  }

  private static Place place(PartitionPart part) {
    return new Place(part.id().schema(), part.id().parent(), part.original());
  }
}
