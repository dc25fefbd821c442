package dev.drift.engine.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * Extended statistics; they have a name of their own in a schema.
 *
 * @param relation the table or materialized view they are of
 * @param columns the plain columns
 * @param expressions the expressions (PostgreSQL 14), in their order
 * @param kinds among {@code ndistinct}, {@code dependencies} and {@code mcv}; empty for a single
 *     expression
 * @param statisticsTarget the statistics target, where set
 */
public record Statistics(
    ObjectId id,
    ObjectId relation,
    SortedSet<String> columns,
    List<Expression> expressions,
    SortedSet<String> kinds,
    OptionalInt statisticsTarget)
    implements SchemaObject {
  public Statistics {
    columns = Sorted.copyOf(columns);
    expressions = List.copyOf(expressions);
    kinds = Sorted.copyOf(kinds);
  }
}
