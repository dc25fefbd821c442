package dev.drift.engine.model;

import java.util.Optional;
import java.util.SortedMap;

/**
 * One key of an index.
 *
 * @param expression a column's quoted name, or an expression without its outer parentheses
 * @param column whether {@code expression} is just a column
 * @param collation only where it is not the column's own
 * @param operatorClass only where it is not the type's default for the method
 * @param operatorClassOptions parameters of the operator class (PostgreSQL 13)
 * @param nullsFirst where nulls sort; the default is false ascending, true descending
 */
public record IndexKey(
    Expression expression,
    boolean column,
    Optional<QualifiedName> collation,
    Optional<QualifiedName> operatorClass,
    SortedMap<String, String> operatorClassOptions,
    boolean descending,
    boolean nullsFirst) {
  public IndexKey {
    operatorClassOptions = Sorted.copyOf(operatorClassOptions);
  }
}
