package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one query on the model. */
public final class Selecting {
  private final Evaluator evaluator;
  private final Selection query;
  private final Environment outer;
  private final List<Formula> conditions;
  private boolean complete = true;

  /** A row of the result; {@code certain} is false if its condition depends on what is unknown. */
  private record Hit(Binding binding, boolean certain) {}

  /** The query, with {@code outer} for the names that are none of its columns. */
  public Selecting(Evaluator evaluator, Selection query, Environment outer) {
    this.evaluator = evaluator;
    this.query = query;
    this.outer = outer;
    this.conditions = query.condition().map(Conjuncts::of).orElse(List.of());
  }

  /** {@return whether it has rows} */
  Value exists() {
    Optional<Selection.Grouping> grouping = query.grouping();
    if (grouping.isEmpty() && Aggregates.areIn(query)) {
      return Value.TRUE;
    }
    if (grouping.filter(g -> g.having().isPresent() || g.isWhole()).isPresent()) {
      return records().map(rows -> Value.of(!rows.isEmpty())).orElse(Value.UNKNOWN);
    }
    List<Hit> hits = hits();
    if (hits.stream().anyMatch(Hit::certain)) {
      return Value.TRUE;
    }
    return complete && hits.isEmpty() ? Value.FALSE : Value.UNKNOWN;
  }

  /** {@return the first column of its one row; null without a row} */
  Value scalar() {
    Optional<List<List<Value>>> rows = rows();
    if (rows.isEmpty()) {
      return Value.UNKNOWN;
    }
    List<List<Value>> found = rows.get();
    return found.isEmpty() || found.get(0).isEmpty() ? Value.NULL : found.get(0).get(0);
  }

  /** {@return the first column of all its rows} */
  Value array() {
    return rows()
        .<Value>map(rows -> new Value.Array(rows.stream().map(row -> row.get(0)).toList()))
        .orElse(Value.UNKNOWN);
  }

  /** {@return its rows; empty if they are not all known} */
  public Optional<List<List<Value>>> rows() {
    return records().map(rows -> rows.stream().map(OutputRow::values).toList());
  }

  /** {@return its rows with their column names; empty if they are not all known} */
  public Optional<List<OutputRow>> records() {
    List<Hit> hits = hits();
    if (!complete || hits.stream().anyMatch(hit -> !hit.certain())) {
      return Optional.empty();
    }
    return new Results(evaluator, query, outer).of(hits.stream().map(Hit::binding).toList());
  }

  private List<Hit> hits() {
    var sources = new Sources(evaluator, Map.of());
    if (query.joins().stream().anyMatch(join -> !join.left() && sources.isEmpty(join.source()))
        || lacksWhatIsWanted()) {
      return List.of();
    }
    List<Hit> hits = List.of(new Hit(Binding.start(outer), true));
    hits = filter(hits, query.joins().isEmpty());
    for (int i = 0; i < query.joins().size(); i++) {
      hits = join(hits, query.joins().get(i));
      hits = filter(hits, i == query.joins().size() - 1);
    }
    return hits;
  }

  /** A table of which the texts are known holds none that a condition asks for. */
  private boolean lacksWhatIsWanted() {
    return query.joins().size() == 1
        && query.joins().get(0).source() instanceof Selection.Source.Table table
        && Conjuncts.constants(evaluator, conditions, outer).entrySet().stream()
            .anyMatch(
                wanted ->
                    evaluator
                        .facts()
                        .lacks(table.schema(), table.name(), wanted.getKey(), wanted.getValue()));
  }

  private List<Hit> join(List<Hit> hits, Join join) {
    var joined = new ArrayList<Hit>();
    var sources = new Sources(evaluator, Conjuncts.constants(evaluator, conditions, outer));
    for (Hit hit : hits) {
      Optional<List<Row>> rows = sources.rows(join.source(), hit.binding());
      if (rows.isEmpty()) {
        complete = false;
      }
      int before = joined.size();
      for (Row row : rows.orElse(List.of())) {
        Binding binding = hit.binding().with(join.source().alias(), row);
        Value on =
            join.on().map(formula -> evaluator.evaluate(formula, binding)).orElse(Value.TRUE);
        if (on.isTrue() || on.isUnknown()) {
          joined.add(new Hit(binding, hit.certain() && on.isTrue() && row.isCertain()));
        }
      }
      if (join.left() && joined.size() == before) {
        Row nulls = column -> Optional.of(Value.NULL);
        joined.add(new Hit(hit.binding().with(join.source().alias(), nulls), hit.certain()));
      }
    }
    return joined;
  }

  /** Leaves out what a condition certainly excludes; before the last join some cannot be told. */
  private List<Hit> filter(List<Hit> hits, boolean last) {
    var kept = new ArrayList<Hit>();
    for (Hit hit : hits) {
      boolean certain = hit.certain();
      boolean excluded = false;
      for (Formula condition : conditions) {
        Value value = evaluator.evaluate(condition, hit.binding());
        excluded |= !value.isTrue() && !value.isUnknown();
        certain &= value.isTrue() || !last;
      }
      if (!excluded || hit.binding().isEmpty() && !last) {
        kept.add(new Hit(hit.binding(), certain));
      }
    }
    return kept;
  }
}
