package dev.drift.engine.ddl;

import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries that return nothing because the first table of their FROM holds no rows. */
final class EmptyQueries {
  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "sum",
          "min",
          "max",
          "avg",
          "array_agg",
          "string_agg",
          "bool_and",
          "bool_or",
          "every",
          "json_agg",
          "jsonb_agg",
          "json_object_agg",
          "jsonb_object_agg",
          "xmlagg",
          "bit_and",
          "bit_or",
          "percentile_cont",
          "percentile_disc",
          "mode",
          "stddev",
          "variance");
  private static final Set<String> MORE_ROWS =
      Set.of("union", "except", "intersect", "right", "full", "with", "values", "having");

  private EmptyQueries() {}

  /** {@return whether it certainly returns no row, whatever the rest of it says} */
  static boolean isEmpty(List<Token> query, Context context) {
    if (query.isEmpty() || !query.get(0).is("select")) {
      return false;
    }
    int depth = 0;
    int from = -1;
    boolean grouped = false;
    boolean aggregated = false;
    for (int i = 0; i < query.size(); i++) {
      Token token = query.get(i);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth > 0) {
        continue;
      } else if (MORE_ROWS.contains(token.value()) && token.type() == Token.Type.WORD) {
        return false;
      } else if (token.is("from") && from < 0 && !query.get(i - 1).is("distinct")) {
        from = i;
      } else if (token.is("group")) {
        grouped = true;
      } else {
        aggregated |= from < 0 && AGGREGATES.contains(token.value());
      }
    }
    return from > 0
        && (grouped || !aggregated)
        && isEmptyTable(new TokenReader(query.subList(from + 1, query.size())), context);
  }

  private static boolean isEmptyTable(TokenReader name, Context context) {
    name.accept("only");
    try {
      Optional<SchemaObject> relation = Names.relation(Names.read(name), context);
      return !name.atSymbol("(")
          && relation.filter(Table.class::isInstance).isPresent()
          && context.contents().isEmpty(relation.get().id(), context.objects());
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return false;
    }
  }

  /** {@return whether the query reads a system catalog, which tells of the schema, not of data} */
  static boolean readsCatalogs(List<Token> query) {
    for (int i = 1; i < query.size(); i++) {
      boolean source = query.get(i - 1).is("from") || query.get(i - 1).is("join");
      String name = query.get(i).value();
      if (source && (name.startsWith("pg_") || name.equals("information_schema"))) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether the query reads any table of the model, so that its rows are data} */
  static boolean readsTables(List<Token> query, Context context) {
    for (int i = 1; i < query.size(); i++) {
      boolean source = query.get(i - 1).is("from") || query.get(i - 1).is("join");
      if (source && query.get(i).isName()) {
        try {
          var name = new TokenReader(query.subList(i, query.size()));
          if (Names.relation(Names.read(name), context)
              .filter(Table.class::isInstance)
              .isPresent()) {
            return true;
          }
        } catch (TokenReader.Unexpected | TemporaryException e) {
          continue;
        }
      }
    }
    return false;
  }
}
