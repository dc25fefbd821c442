package dev.drift.engine.canon.tree;

import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** Parts of queries that are neither expressions nor FROM items. */
public sealed interface Clause extends Node {

  /** An output column; {@code alias} is empty where it has none. */
  record Target(Scalar value, String alias) implements Clause {}

  /** One key of an ORDER BY; {@code using} is an operator's name or empty. */
  record Sort(Scalar key, boolean descending, boolean nullsFirst, String using) implements Clause {}

  /**
   * A window: {@code OVER name} has only a name and {@code bare}; else a definition, which may
   * start from a named one.
   */
  record Window(
      String name, boolean bare, List<Scalar> partition, List<Sort> order, Optional<Frame> frame)
      implements Clause {}

  /** {@code WINDOW name AS (definition)}. */
  record NamedWindow(String name, Window definition) implements Clause {}

  /** A window's frame; {@code unit} and {@code exclusion} in upper case. */
  record Frame(String unit, Bound from, Bound to, String exclusion) implements Clause {}

  /** A frame's end: {@code UNBOUNDED PRECEDING}, or with an offset {@code PRECEDING}. */
  record Bound(Optional<Scalar> offset, String words) implements Clause {}

  /** One element of GROUP BY: {@code word} is empty, ROLLUP, CUBE or GROUPING SETS. */
  record Grouping(String word, List<Node> elements) implements Clause {}

  /** {@code name (columns) AS [NOT] MATERIALIZED (query)}; {@code tail} is SEARCH or CYCLE text. */
  record Cte(
      String name,
      List<String> columns,
      Optional<Boolean> materialized,
      QueryNode query,
      String tail)
      implements Clause {}

  /** {@code FOR UPDATE OF t NOWAIT}: strength and waiting in upper case. */
  record Lock(String strength, List<String> of, String waiting) implements Clause {}

  /** {@code name type} of a function's column definition list. */
  record ColumnDefinition(String name, TypeName type, Optional<Name> collation) implements Clause {}

  /** {@code TABLESAMPLE method (args) REPEATABLE (seed)}. */
  record Sample(Name method, List<Scalar> args, Optional<Scalar> seed) implements Clause {}
}
