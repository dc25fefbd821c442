package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * An aggregate function; the id's name carries its input types, the direct ones first.
 *
 * @param kind {@code normal}, {@code ordered-set} or {@code hypothetical-set}
 * @param directArguments how many parameters stand before ORDER BY
 * @param state how the rows are added up
 * @param moving the same for moving windows
 * @param sortOperator what the first value of would be the same as the aggregate
 * @param parallel {@code unsafe}, {@code restricted} or {@code safe}
 */
public record Aggregate(
    ObjectId id,
    List<Routine.Parameter> parameters,
    String kind,
    int directArguments,
    State state,
    Optional<State> moving,
    Optional<QualifiedName> combine,
    Optional<QualifiedName> serialize,
    Optional<QualifiedName> deserialize,
    Optional<QualifiedName> sortOperator,
    String parallel)
    implements Defined {
  public Aggregate {
    parameters = List.copyOf(parameters);
  }

  /**
   * A running value.
   *
   * @param space its size in bytes as the planner takes it, 0 for the type's
   * @param inverse what takes a row out again, of moving windows only
   * @param finalExtra whether the final function gets the arguments besides
   * @param finalModify what the final function does to it: {@code read_only}, {@code shareable} or
   *     {@code read_write}
   * @param initial its text at the start; empty for null
   */
  public record State(
      QualifiedName transition,
      TypeName type,
      int space,
      Optional<QualifiedName> inverse,
      Optional<QualifiedName> finalFunction,
      boolean finalExtra,
      String finalModify,
      Optional<String> initial) {}
}
