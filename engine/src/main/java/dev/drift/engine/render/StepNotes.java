package dev.drift.engine.render;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TableSize;
import dev.drift.engine.plan.Step;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is told of a step besides what the plan knows.
 *
 * @param origins {@code file:line} of the statement that an object comes from
 * @param sizes of tables that are there, as far as they are known
 */
public record StepNotes(
    Function<ObjectId, Optional<String>> origins, SortedMap<ObjectId, TableSize> sizes) {
  public StepNotes {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /** {@return notes of the origins alone} */
  public static StepNotes of(Function<ObjectId, Optional<String>> origins) {
    return new StepNotes(origins, Collections.emptySortedMap());
  }

  /** {@return the size of the table that the step locks, if it was there before} */
  Optional<TableSize> size(Step step) {
    return step.table().flatMap(table -> Optional.ofNullable(sizes.get(table)));
  }
}
