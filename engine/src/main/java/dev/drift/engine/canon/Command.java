package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An INSERT, UPDATE or DELETE as the query that yields its rows: {@code UPDATE t SET a = e FROM f
 * WHERE c} is {@code SELECT e AS a FROM t, f WHERE c}, {@code DELETE FROM t WHERE c} is {@code
 * SELECT 1 FROM t WHERE c}.
 *
 * @param verb {@code insert}, {@code update} or {@code delete}
 * @param target where an INSERT puts its rows, with its alias; else the query's first relation
 * @param columns those that an INSERT fills or an UPDATE sets, in their order
 * @param conflict the text of ON CONFLICT, or empty
 * @param returning RETURNING as a query over the target
 */
record Command(
    String verb,
    FromItem.Relation target,
    List<String> columns,
    QueryNode query,
    String conflict,
    Optional<QueryNode> returning) {
  /** What stands for the key word DEFAULT. */
  static final String DEFAULT = "$0";

  Command {
    columns = List.copyOf(columns);
  }

  /** {@return the statement} */
  String sql() {
    String back =
        returning
            .map(query -> " RETURNING " + targets(query.body()).map(Command::output).orElse("*"))
            .orElse("");
    return (switch (verb) {
              case "insert" -> insert();
              case "update" -> "UPDATE " + relation() + " SET " + assignments() + tail("FROM");
              default -> "DELETE FROM " + relation() + tail("USING");
            }
            + back)
        .replace(DEFAULT, "DEFAULT");
  }

  private String insert() {
    return "INSERT INTO "
        + relation()
        + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ") "))
        + Printer.sql(query)
        + (conflict.isEmpty() ? "" : " " + conflict);
  }

  private String relation() {
    Name name = target.name();
    String alias = target.alias().name();
    String as = verb.equals("insert") ? " AS " : " ";
    return (target.only() ? "ONLY " : "")
        + Identifiers.quote(name.schema(), name.name())
        + (alias.isEmpty() ? "" : as + Identifiers.quote(alias));
  }

  private String assignments() {
    List<Clause.Target> values = targets(query.body()).orElse(List.of());
    return IntStream.range(0, columns.size())
        .mapToObj(
            i -> Identifiers.quote(columns.get(i)) + " = " + Printer.sql(values.get(i).value()))
        .collect(Collectors.joining(", "));
  }

  private static String output(List<Clause.Target> targets) {
    return targets.stream()
        .map(
            one ->
                Printer.sql(one.value())
                    + (one.alias().isEmpty() ? "" : " AS " + Identifiers.quote(one.alias())))
        .collect(Collectors.joining(", "));
  }

  /** What follows the target: the other relations and the condition. */
  private String tail(String word) {
    if (!(query.body() instanceof Body.Select select)) {
      return "";
    }
    List<FromItem> others = select.from().subList(1, select.from().size());
    String from =
        others.isEmpty()
            ? ""
            : Printer.sql(
                    QueryNode.of(
                        new Body.Select(
                            Optional.empty(),
                            List.of(),
                            others,
                            Optional.empty(),
                            List.of(),
                            false,
                            Optional.empty(),
                            List.of())))
                .replaceFirst("^SELECT\\s+FROM", " " + word);
    return from + select.where().map(where -> " WHERE " + Printer.sql(where)).orElse("");
  }

  private static Optional<List<Clause.Target>> targets(Body body) {
    return body instanceof Body.Select select ? Optional.of(select.targets()) : Optional.empty();
  }

  /** {@return the same with other queries} */
  Command with(FromItem.Relation newTarget, QueryNode newQuery, Optional<QueryNode> newReturning) {
    return new Command(verb, newTarget, columns, newQuery, conflict, newReturning);
  }
}
