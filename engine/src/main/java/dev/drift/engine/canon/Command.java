package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An INSERT, UPDATE or DELETE as the query that yields its rows: {@code UPDATE t SET a = e FROM f
 * WHERE c} is {@code SELECT e AS a FROM t, f WHERE c}, {@code DELETE FROM t WHERE c} is {@code
 * SELECT 1 FROM t WHERE c}. A WITH before an INSERT has the query in parentheses behind it.
 *
 * @param verb {@code insert}, {@code update} or {@code delete}
 * @param target where an INSERT puts its rows, with its alias; else the query's first relation
 * @param columns those that an INSERT fills or an UPDATE sets, in their order
 * @param overriding {@code SYSTEM} or {@code USER} where an INSERT overrides so, or empty
 * @param returning RETURNING as a query over the target
 */
record Command(
    String verb,
    FromItem.Relation target,
    List<String> columns,
    String overriding,
    QueryNode query,
    Optional<Conflict> conflict,
    Optional<QueryNode> returning) {
  /** What stands for the key word DEFAULT: a parameter that is printed so. */
  static final String DEFAULT = "DEFAULT";

  /** What stands for the next column of the query that a column before is assigned. */
  static final String MORE = "$more";

  /** The source of DEFAULT VALUES. */
  static final QueryNode DEFAULT_VALUES = QueryNode.of(new Body.Values(List.of(List.of())));

  Command {
    columns = List.copyOf(columns);
  }

  /**
   * ON CONFLICT.
   *
   * @param keys the columns that it is about, or none
   * @param constraint the constraint that it is about, or empty
   * @param columns those that DO UPDATE sets
   * @param update DO UPDATE as a query over the target and {@code excluded}; without it DO NOTHING
   */
  record Conflict(
      List<String> keys, String constraint, List<String> columns, Optional<QueryNode> update) {
    Conflict {
      keys = List.copyOf(keys);
      columns = List.copyOf(columns);
    }

    private String sql() {
      String of = keys.isEmpty() ? "" : " (" + names(keys) + ")";
      String on = constraint.isEmpty() ? of : " ON CONSTRAINT " + Identifiers.quote(constraint);
      return " ON CONFLICT"
          + on
          + update
              .map(query -> " DO UPDATE SET " + assignments(columns, query) + where(query))
              .orElse(" DO NOTHING");
    }
  }

  /** {@return the statement} */
  String sql() {
    String back =
        returning
            .map(rows -> " RETURNING " + targets(rows.body()).map(Command::output).orElse("*"))
            .orElse("");
    return switch (verb) {
          case "insert" -> insert();
          case "update" ->
              Printer.with(query)
                  + "UPDATE "
                  + relation()
                  + " SET "
                  + assignments(columns, query)
                  + others("FROM")
                  + where(query);
          default ->
              Printer.with(query) + "DELETE FROM " + relation() + others("USING") + where(query);
        }
        + back;
  }

  private String insert() {
    boolean before = query.body() instanceof Body.Nested && !query.with().isEmpty();
    QueryNode source =
        query.body() instanceof Body.Nested(QueryNode inner) && before ? inner : query;
    return (before ? Printer.with(query) : "")
        + "INSERT INTO "
        + relation()
        + (columns.isEmpty() ? " " : " (" + names(columns) + ") ")
        + (overriding.isEmpty() ? "" : "OVERRIDING " + overriding + " VALUE ")
        + (source.equals(DEFAULT_VALUES) ? "DEFAULT VALUES" : Printer.sql(source))
        + conflict.map(Conflict::sql).orElse("");
  }

  private String relation() {
    Name name = target.name();
    String alias = target.alias().name();
    String as = verb.equals("insert") ? " AS " : " ";
    return (target.only() ? "ONLY " : "")
        + Identifiers.quote(name.schema(), name.name())
        + (alias.isEmpty() ? "" : as + Identifiers.quote(alias));
  }

  private static String names(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
  }

  private static String assignments(List<String> columns, QueryNode query) {
    List<Clause.Target> values = targets(query.body()).orElse(List.of());
    var text = new StringJoiner(", ");
    for (int i = 0; i < columns.size(); ) {
      int end = i + 1;
      while (end < columns.size() && values.get(end).value().equals(new Node.Parameter(MORE))) {
        end++;
      }
      String names = names(columns.subList(i, end));
      text.add(
          (end > i + 1 ? "(" + names + ")" : names) + " = " + Printer.sql(values.get(i).value()));
      i = end;
    }
    return text.toString();
  }

  private static String output(List<Clause.Target> targets) {
    return targets.stream()
        .map(
            one ->
                Printer.sql(one.value())
                    + (one.alias().isEmpty() ? "" : " AS " + Identifiers.quote(one.alias())))
        .collect(Collectors.joining(", "));
  }

  /** The relations besides the target. */
  private String others(String word) {
    List<FromItem> items =
        query.body() instanceof Body.Select select
            ? select.from().subList(1, select.from().size())
            : List.of();
    return items.isEmpty() ? "" : " " + word + " " + Printer.from(items);
  }

  private static String where(QueryNode query) {
    return query.body() instanceof Body.Select select
        ? select.where().map(where -> " WHERE " + Printer.sql(where)).orElse("")
        : "";
  }

  private static Optional<List<Clause.Target>> targets(Body body) {
    return body instanceof Body.Select select ? Optional.of(select.targets()) : Optional.empty();
  }

  /** {@return the same with each of its queries changed} */
  Command with(UnaryOperator<QueryNode> change) {
    return with(change, (columns, update) -> change.apply(update), change);
  }

  /** {@return the same with its query, that of DO UPDATE and RETURNING changed} */
  Command with(
      UnaryOperator<QueryNode> change,
      BiFunction<List<String>, QueryNode, QueryNode> update,
      UnaryOperator<QueryNode> back) {
    return new Command(
        verb,
        target,
        columns,
        overriding,
        change.apply(query),
        conflict.map(
            found ->
                new Conflict(
                    found.keys(),
                    found.constraint(),
                    found.columns(),
                    found.update().map(query -> update.apply(found.columns(), query)))),
        returning.map(back));
  }

  /** {@return the same into or of another target} */
  Command with(FromItem.Relation newTarget) {
    return new Command(verb, newTarget, columns, overriding, query, conflict, returning);
  }

  /** {@return the same with the target's columns called otherwise} */
  Command withColumns(UnaryOperator<List<String>> names) {
    return new Command(
        verb,
        target,
        names.apply(columns),
        overriding,
        query,
        conflict.map(
            found ->
                new Conflict(
                    names.apply(found.keys()),
                    found.constraint(),
                    names.apply(found.columns()),
                    found.update())),
        returning);
  }

  /** {@return the target's columns that are named outside of the queries} */
  List<String> named() {
    var names = new ArrayList<>(columns);
    conflict.ifPresent(
        found -> {
          names.addAll(found.keys());
          names.addAll(found.columns());
        });
    return names;
  }
}
