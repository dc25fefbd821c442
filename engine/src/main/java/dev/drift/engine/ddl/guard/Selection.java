package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query: {@code SELECT outputs FROM joins WHERE condition LIMIT n}.
 *
 * @param outputs its columns; {@code *} is one without formula
 * @param grouped whether it has GROUP BY, of which only that no rows make no groups is known
 * @param order the keys of ORDER BY
 */
public record Selection(
    boolean distinct,
    List<Output> outputs,
    List<Join> joins,
    Optional<Formula> condition,
    boolean grouped,
    List<OrderKey> order,
    OptionalLong limit) {
  public Selection {
    outputs = List.copyOf(outputs);
    joins = List.copyOf(joins);
    order = List.copyOf(order);
  }

  /** An output column; no formula stands for {@code *}. */
  public record Output(Optional<Formula> formula, String name) {}

  /** A key of ORDER BY. */
  public record OrderKey(Formula formula, boolean descending) {}

  /** One item of FROM with the condition that joins it to those before. */
  public record Join(Source source, boolean left, Optional<Formula> on) {}

  /** Where rows come from. */
  public sealed interface Source {
    /** {@return the name that qualifies its columns} */
    String alias();

    /** A table or catalog. */
    record Table(String schema, String name, String alias) implements Source {}

    /** {@code (SELECT …) alias}. */
    record Query(Selection query, String alias) implements Source {}

    /** {@code f(…) AS alias (columns)} or {@code (VALUES …) AS alias (columns)}, as arrays. */
    record Values(List<List<Formula>> rows, String alias, List<String> columns) implements Source {
      public Values {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
      }
    }

    /** {@code first UNION [ALL] second}, which has the columns of the first. */
    record Union(Selection first, Selection second, boolean distinct, String alias)
        implements Source {}

    /** {@code unnest(array)} and the like. */
    record Function(Formula call, String alias, List<String> columns) implements Source {
      public Function {
        columns = List.copyOf(columns);
      }
    }
  }
}
