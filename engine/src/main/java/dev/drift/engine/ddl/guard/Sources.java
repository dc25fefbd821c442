package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of an item of FROM. */
final class Sources {
  private final Evaluator evaluator;
  private final Map<String, String> wanted;

  /** Sources of which only rows with the values {@code wanted} are needed. */
  Sources(Evaluator evaluator, Map<String, String> wanted) {
    this.evaluator = evaluator;
    this.wanted = wanted;
  }

  /** {@return the rows, more than wanted perhaps; empty if they are not known} */
  Optional<List<Row>> rows(Source source, Environment names) {
    return switch (source) {
      case Source.Table table -> table(table);
      case Source.Query query ->
          new Selecting(evaluator, query.query(), names)
              .records()
              .map(rows -> rows.stream().map(Row.class::cast).toList());
      case Source.Values values -> Optional.of(values(values, names));
      case Source.Union union -> union(union, names);
      case Source.Function function -> function(function, names);
    };
  }

  private Optional<List<Row>> table(Source.Table table) {
    return evaluator.facts().isEmptyTable(table.schema(), table.name())
        ? Optional.of(List.of())
        : Catalogs.rows(table, wanted, evaluator.facts());
  }

  /** {@return whether it certainly has no rows} */
  boolean isEmpty(Source source) {
    return source instanceof Source.Table table
        && evaluator.facts().isEmptyTable(table.schema(), table.name());
  }

  private Optional<List<Row>> union(Source.Union union, Environment names) {
    var first = new Selecting(evaluator, union.first(), names).rows();
    var second = new Selecting(evaluator, union.second(), names).rows();
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(first.get());
    all.addAll(second.get());
    List<String> columns = union.first().outputs().stream().map(Selection.Output::name).toList();
    return Optional.of(
        (union.distinct() ? all.stream().distinct() : all.stream())
            .<Row>map(values -> new OutputRow(columns, values))
            .toList());
  }

  private List<Row> values(Source.Values source, Environment names) {
    var rows = new ArrayList<Row>();
    for (List<Formula> formulas : source.rows()) {
      var columns = new ArrayList<String>();
      for (int i = 0; i < formulas.size(); i++) {
        columns.add(i < source.columns().size() ? source.columns().get(i) : "column" + (i + 1));
      }
      rows.add(
          new OutputRow(
              columns, formulas.stream().map(each -> evaluator.evaluate(each, names)).toList()));
    }
    return rows;
  }

  private Optional<List<Row>> function(Source.Function function, Environment names) {
    if (!(function.call() instanceof Formula.Call call)) {
      return Optional.empty();
    }
    if (SetFunctions.returnsSet(call)) {
      return new SetFunctions(evaluator, names).rows(call, function);
    }
    evaluator.evaluate(call, names);
    return Optional.empty();
  }
}
