package dev.drift.engine.model;

import java.util.Optional;
import java.util.SortedMap;

/**
 * An operator family with all operators and support functions, those of its classes included; the
 * id's name is {@code name using method}.
 *
 * @param operators by strategy number and operand types, {@code 1(integer, integer)}
 * @param functions by support number and operand types
 */
public record OperatorFamily(
    ObjectId id,
    String method,
    SortedMap<String, Member> operators,
    SortedMap<String, Member> functions)
    implements Defined {
  public OperatorFamily {
    operators = Sorted.copyOf(operators);
    functions = Sorted.copyOf(functions);
  }

  /**
   * An operator or a support function.
   *
   * @param ordering the family by which an ordering operator sorts
   */
  public record Member(
      int number,
      TypeName left,
      TypeName right,
      QualifiedName name,
      Optional<QualifiedName> ordering) {}
}
