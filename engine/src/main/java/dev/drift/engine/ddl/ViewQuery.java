package dev.drift.engine.ddl;

import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The query of a view or materialized view, its names looked up.
 *
 * @param columns the names of its columns; empty where they could not be told
 */
record ViewQuery(Query query, List<String> columns) {

  /** Reads a column list: names separated by commas. */
  static List<String> names(List<Token> list) {
    var tokens = new TokenReader(list);
    var names = new ArrayList<String>();
    while (!tokens.atEnd()) {
      names.add(tokens.name());
      if (!tokens.acceptSymbol(",") && !tokens.atEnd()) {
        throw tokens.unexpected("\",\"");
      }
    }
    return names;
  }

  /**
   * Looks up the names of {@code query}; rejects what PostgreSQL would.
   *
   * @param names the view's column list, which renames the query's first columns
   */
  static ViewQuery read(List<Token> query, List<String> names, Context context) {
    requirePermanent(query, context);
    return switch (Queries.resolve(query, context.scope())) {
      case Queries.Outcome.Resolved resolved ->
          new ViewQuery(
              resolved.query(),
              columns(
                  resolved.columns(),
                  names,
                  "CREATE VIEW specifies more column names than columns",
                  query.get(0)));
      case Queries.Outcome.NotUnderstood unknown -> new ViewQuery(unknown.asWritten(), names);
      case Queries.Outcome.Invalid invalid -> {
        if (!context.doubt().equals(Doubt.NONE)) {
          throw new OpaqueException(
              "depends on what is not known: " + invalid.message(), new java.util.TreeSet<>());
        }
        throw new RejectedException(invalid.message(), invalid.at());
      }
    };
  }

  /** {@return the names of a query's columns, the first of them given; each name but once} */
  static List<String> columns(List<String> outputs, List<String> names, String tooMany, Token at) {
    if (names.size() > outputs.size()) {
      throw new RejectedException(tooMany, at);
    }
    var columns = new ArrayList<>(names);
    for (int i = names.size(); i < outputs.size(); i++) {
      columns.add(outputs.get(i));
    }
    for (int i = 1; i < columns.size(); i++) {
      if (columns.subList(0, i).contains(columns.get(i))) {
        throw new RejectedException(
            "column \"" + columns.get(i) + "\" specified more than once", at);
      }
    }
    return columns;
  }

  /** A view of a temporary table is temporary itself. */
  private static void requirePermanent(List<Token> query, Context context) {
    temporary(query, context)
        .ifPresent(
            name -> {
              throw new TemporaryException(name.name());
            });
  }

  /** {@return a temporary relation that {@code query} reads, if it reads one} */
  static Optional<QualifiedName> temporary(List<Token> query, Context context) {
    SortedSet<String> temporary = context.session().temporary();
    return temporary.isEmpty()
        ? Optional.empty()
        : Queries.namedRelations(query).orElseGet(() -> behindFrom(query)).stream()
            .filter(
                name ->
                    name.schema().startsWith("pg_temp")
                        || name.schema().isEmpty() && temporary.contains(name.name()))
            .findFirst();
  }

  /** What may be a relation in a query that is not read. */
  private static List<QualifiedName> behindFrom(List<Token> query) {
    var names = new ArrayList<QualifiedName>();
    for (int i = 1; i < query.size(); i++) {
      Token before = query.get(i - 1);
      Token token = query.get(i);
      if (token.isName() && (before.is("from") || before.is("join") || before.isSymbol(","))) {
        names.add(new QualifiedName("", token.value()));
      }
    }
    return names;
  }
}
