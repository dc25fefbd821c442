package dev.drift.engine.canon.tree;

import java.util.List;
import java.util.Optional;

/** What stands in FROM. */
public sealed interface FromItem extends Node {

  /** What the item is called; {@code name} is empty without an alias. */
  record Alias(String name, List<String> columns) {
    /** No alias. */
    public static final Alias NONE = new Alias("", List.of());
  }

  /** {@return its alias} */
  Alias alias();

  /** A table, view or CTE. */
  record Relation(Name name, boolean only, Alias alias, Optional<Clause.Sample> sample, Place place)
      implements FromItem {

    /** {@return the same under another alias} */
    public Relation with(Alias other) {
      return new Relation(name, only, other, sample, place);
    }
  }

  /** {@code [LATERAL] (query)}. */
  record Derived(boolean lateral, QueryNode query, Alias alias) implements FromItem {}

  /** {@code [LATERAL] f(…)} or {@code ROWS FROM (…)}, [WITH ORDINALITY]. */
  record Function(
      boolean lateral,
      List<Part> parts,
      boolean rowsFrom,
      boolean ordinality,
      Alias alias,
      List<Clause.ColumnDefinition> columns)
      implements FromItem {}

  /** One function of ROWS FROM, with its column definitions. */
  record Part(Scalar call, List<Clause.ColumnDefinition> columns) {}

  /** A join: {@code kind} is INNER, LEFT, RIGHT, FULL or CROSS; one of natural, using, on. */
  record Join(
      String kind,
      boolean natural,
      FromItem left,
      FromItem right,
      Optional<Scalar> on,
      List<String> using,
      String usingAlias,
      Alias alias)
      implements FromItem {

    /** {@return the same join on a condition} */
    public Join on(Scalar condition) {
      return new Join(
          kind, natural, left, right, Optional.of(condition), List.of(), usingAlias, alias);
    }

    /** {@return the same join under another alias} */
    public Join with(Alias other) {
      return new Join(kind, natural, left, right, on, using, usingAlias, other);
    }

    /** {@return the same join of others} */
    public Join with(FromItem newLeft, FromItem newRight) {
      return new Join(kind, natural, newLeft, newRight, on, using, usingAlias, alias);
    }
  }
}
