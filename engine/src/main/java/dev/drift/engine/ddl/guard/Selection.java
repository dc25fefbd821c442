package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query: {@code SELECT outputs FROM joins WHERE condition LIMIT n}.
 *
 * @param outputs its columns; {@code *} is one without formula
 * @param grouping its GROUP BY and HAVING
 * @param order the keys of ORDER BY
 */
public record Selection(
    boolean distinct,
    List<Output> outputs,
    List<Join> joins,
    Optional<Formula> condition,
    Optional<Grouping> grouping,
    List<OrderKey> order,
    OptionalLong limit) {
  public Selection {
    outputs = List.copyOf(outputs);
    joins = List.copyOf(joins);
    order = List.copyOf(order);
  }

  /** An output column; no formula stands for {@code *}. */
  public record Output(Optional<Formula> formula, String name) {}

  /**
   * {@code GROUP BY keys HAVING condition}.
   *
   * @param keys empty where they are not understood: then only that no rows make no groups is known
   */
  public record Grouping(Optional<List<Formula>> keys, Optional<Formula> having) {
    /** {@return whether all rows are one group, even if there are none} */
    boolean isWhole() {
      return keys.filter(List::isEmpty).isPresent();
    }
  }

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

    /** {@code unnest(array)} and the like, also {@code WITH ORDINALITY}. */
    record Function(Formula call, boolean numbered, String alias, List<String> columns)
        implements Source {
      public Function {
        columns = List.copyOf(columns);
      }
    }
  }
}
