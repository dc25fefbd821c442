package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.Types;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/** Prints queries, one clause a line. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String sql(QueryNode query) {
    var text = new StringBuilder(with(query));
    text.append(body(query.body())).append(order(query.order()));
    query
        .limit()
        .ifPresent(
            limit ->
                text.append(
                    query.ties()
                        ? " FETCH FIRST (" + Printer.sql(limit) + ") ROWS WITH TIES"
                        : " LIMIT " + Printer.sql(limit)));
    query.offset().ifPresent(offset -> text.append(" OFFSET ").append(Printer.sql(offset)));
    for (Clause.Lock lock : query.locks()) {
      text.append(" FOR ").append(lock.strength());
      if (!lock.of().isEmpty()) {
        text.append(" OF ").append(names(lock.of()));
      }
      text.append(lock.waiting().isEmpty() ? "" : ' ' + lock.waiting());
    }
    return text.toString();
  }

  static String with(QueryNode query) {
    return query.with().isEmpty()
        ? ""
        : query.with().stream()
            .map(QueryPrinter::cte)
            .collect(
                Collectors.joining(", ", query.recursive() ? "WITH RECURSIVE " : "WITH ", " "));
  }

  private static String cte(Clause.Cte cte) {
    String columns = cte.columns().isEmpty() ? "" : '(' + names(cte.columns()) + ')';
    String hint =
        cte.materialized().map(yes -> yes ? "MATERIALIZED " : "NOT MATERIALIZED ").orElse("");
    String tail = cte.tail().isEmpty() ? "" : ' ' + cte.tail();
    return Identifiers.quote(cte.name())
        + columns
        + " AS "
        + hint
        + '('
        + sql(cte.query())
        + ')'
        + tail;
  }

  private static String body(Body body) {
    return switch (body) {
      case Body.Values(var rows) ->
          "VALUES "
              + rows.stream()
                  .map(row -> '(' + Printer.list(row) + ')')
                  .collect(Collectors.joining(", "));
      case Body.Nested(QueryNode query) -> '(' + sql(query) + ')';
      case Body.SetOperation(String word, boolean all, Body left, Body right) ->
          branch(left, word, all)
              + ' '
              + word
              + (all ? " ALL " : " ")
              + (right instanceof Body.SetOperation ? '(' + body(right) + ')' : body(right));
      case Body.Select select -> select(select);
    };
  }

  /** A left branch needs no parentheses where its operator is the same: it associates so. */
  private static String branch(Body left, String word, boolean all) {
    return left instanceof Body.SetOperation inner
            && !(inner.word().equals(word) && inner.all() == all)
        ? '(' + body(left) + ')'
        : body(left);
  }

  private static String select(Body.Select select) {
    var text = new StringBuilder("SELECT ");
    select
        .distinct()
        .ifPresent(
            on ->
                text.append(
                    on.isEmpty() ? "DISTINCT " : "DISTINCT ON (" + Printer.list(on) + ") "));
    text.append(
        select.targets().stream().map(QueryPrinter::target).collect(Collectors.joining(", ")));
    if (!select.from().isEmpty()) {
      text.append(" FROM ");
      text.append(Printer.from(select.from()));
    }
    select.where().ifPresent(where -> text.append(" WHERE ").append(Printer.sql(where)));
    if (!select.group().isEmpty()) {
      text.append(select.groupDistinct() ? " GROUP BY DISTINCT " : " GROUP BY ");
      text.append(groupings(select.group()));
    }
    select.having().ifPresent(having -> text.append(" HAVING ").append(Printer.sql(having)));
    if (!select.windows().isEmpty()) {
      text.append(" WINDOW ");
      text.append(
          select.windows().stream()
              .map(named -> Identifiers.quote(named.name()) + " AS " + over(named.definition()))
              .collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private static String target(Clause.Target target) {
    return Printer.sql(target.value())
        + (target.alias().isEmpty() ? "" : " AS " + Identifiers.quote(target.alias()));
  }

  private static String groupings(List<? extends Node> groupings) {
    return groupings.stream().map(QueryPrinter::grouping).collect(Collectors.joining(", "));
  }

  private static String grouping(Node node) {
    return switch (node) {
      case Clause.Grouping(String word, List<Node> elements) ->
          word.isEmpty() ? groupings(elements) : word + '(' + groupings(elements) + ')';
      case Node.Row(List<Node.Scalar> fields) -> '(' + Printer.list(fields) + ')';
      case Node.Literal literal -> '(' + Printer.sql(literal) + ')';
      case Node.Scalar scalar -> Printer.sql(scalar);
      case Clause other -> other.toString();
      case QueryNode other -> sql(other);
      case Body other -> body(other);
      case FromItem other -> from(other);
    };
  }

  static String order(List<Clause.Sort> order) {
    return order.isEmpty()
        ? ""
        : order.stream()
            .map(QueryPrinter::sort)
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private static String sort(Clause.Sort sort) {
    String direction = sort.descending() ? " DESC" : "";
    if (!sort.using().isEmpty()) {
      direction = " USING " + sort.using();
    }
    String nulls =
        sort.nullsFirst() == sort.descending()
            ? ""
            : sort.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    return Printer.sql(sort.key()) + direction + nulls;
  }

  static String over(Clause.Window window) {
    if (window.bare()) {
      return Identifiers.quote(window.name());
    }
    var text = new StringBuilder();
    if (!window.name().isEmpty()) {
      text.append(Identifiers.quote(window.name()));
    }
    if (!window.partition().isEmpty()) {
      text.append(" PARTITION BY ").append(Printer.list(window.partition()));
    }
    text.append(order(window.order()));
    window
        .frame()
        .ifPresent(
            frame ->
                text.append(' ')
                    .append(frame.unit())
                    .append(" BETWEEN ")
                    .append(bound(frame.from()))
                    .append(" AND ")
                    .append(bound(frame.to()))
                    .append(frame.exclusion().isEmpty() ? "" : " EXCLUDE " + frame.exclusion()));
    return '(' + text.toString().strip() + ')';
  }

  private static String bound(Clause.Bound bound) {
    return bound.offset().map(offset -> Printer.sql(offset) + ' ').orElse("") + bound.words();
  }

  static String from(FromItem item) {
    return switch (item) {
      case FromItem.Relation relation ->
          (relation.only() ? "ONLY " : "")
              + Printer.name(relation.name())
              + alias(relation.alias())
              + relation.sample().map(QueryPrinter::sample).orElse("");
      case FromItem.Derived(boolean lateral, QueryNode query, FromItem.Alias alias) ->
          (lateral ? "LATERAL (" : "(") + sql(query) + ')' + alias(alias);
      case FromItem.Function function -> function(function);
      case FromItem.Join join -> join(join);
    };
  }

  private static String function(FromItem.Function function) {
    String calls =
        function.parts().stream()
            .map(
                part ->
                    Printer.sql(part.call())
                        + (part.columns().isEmpty() ? "" : " AS " + definitions(part.columns())))
            .collect(Collectors.joining(", "));
    String alias =
        function.columns().isEmpty()
            ? alias(function.alias())
            : " AS "
                + (function.alias().name().isEmpty()
                    ? ""
                    : Identifiers.quote(function.alias().name()))
                + definitions(function.columns());
    return (function.lateral() ? "LATERAL " : "")
        + (function.rowsFrom() ? "ROWS FROM (" + calls + ')' : calls)
        + (function.ordinality() ? " WITH ORDINALITY" : "")
        + alias;
  }

  private static String join(FromItem.Join join) {
    String words =
        (join.natural() ? "NATURAL " : "")
            + (join.kind().equals("INNER") ? "JOIN" : join.kind() + " JOIN");
    String condition = join.on().map(on -> " ON " + Printer.sql(on)).orElse("");
    if (!join.using().isEmpty()) {
      String alias =
          join.usingAlias().isEmpty() ? "" : " AS " + Identifiers.quote(join.usingAlias());
      condition = " USING (" + names(join.using()) + ')' + alias;
    }
    return '('
        + from(join.left())
        + ' '
        + words
        + ' '
        + from(join.right())
        + condition
        + ')'
        + alias(join.alias());
  }

  private static String alias(FromItem.Alias alias) {
    if (alias.name().isEmpty()) {
      return "";
    }
    String columns = alias.columns().isEmpty() ? "" : '(' + names(alias.columns()) + ')';
    return ' ' + Identifiers.quote(alias.name()) + columns;
  }

  private static String definitions(List<Clause.ColumnDefinition> definitions) {
    return definitions.stream()
        .map(
            column ->
                Identifiers.quote(column.name())
                    + ' '
                    + Types.sql(column.type())
                    + column.collation().map(name -> " COLLATE " + Printer.name(name)).orElse(""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String sample(Clause.Sample sample) {
    return " TABLESAMPLE "
        + Printer.name(sample.method())
        + '('
        + Printer.list(sample.args())
        + ')'
        + sample.seed().map(seed -> " REPEATABLE (" + Printer.sql(seed) + ')').orElse("");
  }

  private static String names(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
  }
}
