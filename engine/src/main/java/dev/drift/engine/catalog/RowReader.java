package dev.drift.engine.catalog;

import dev.drift.engine.canon.RowConditions;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks which rows are there, each by its key, in one read-only transaction. */
public final class RowReader {
  private static final int AT_ONCE = 200;

  private RowReader() {}

  /**
   * What was found.
   *
   * @param present rows that are there
   * @param unknown rows that could not be looked for
   * @param unreadable why, a sentence a table
   */
  public record Found(
      SortedSet<ObjectId> present, SortedSet<ObjectId> unknown, List<String> unreadable) {}

  /**
   * Looks for {@code rows}.
   *
   * @param model the schema as it is
   * @param searchPath where types are found that are named without a schema
   * @throws CatalogException if the server cannot be reached
   */
  public static Found find(
      Target target, Collection<Row> rows, SchemaModel model, List<String> searchPath) {
    var found = new Found(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    Map<ObjectId, List<Row>> tables =
        rows.stream()
            .filter(row -> model.contains(row.table()))
            .collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()));
    if (tables.isEmpty()) {
      return found;
    }
    try (SqlSession session = SqlSession.open(target)) {
      session.run("SET default_transaction_read_only = on");
      session.run("SET lock_timeout = '5s'");
      session.run("SET statement_timeout = '60s'");
      session.run(
          "SET search_path = "
              + (searchPath.isEmpty()
                  ? "''"
                  : searchPath.stream()
                      .map(name -> Identifiers.quote(name))
                      .collect(Collectors.joining(", "))));
      tables.forEach((table, some) -> look(session, table, some, model, found));
    }
    return found;
  }

  private static void look(
      SqlSession session, ObjectId table, List<Row> rows, SchemaModel model, Found found) {
    try {
      for (int from = 0; from < rows.size(); from += AT_ONCE) {
        List<Row> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
        String query = query(table, some, model, found);
        if (!query.isEmpty()) {
          session
              .values(query)
              .forEach(place -> found.present().add(some.get(Integer.parseInt(place)).id()));
        }
      }
    } catch (CatalogException e) {
      if (e.reason() != CatalogException.Reason.STATEMENT_FAILED) {
        throw e;
      }
      rows.forEach(row -> found.unknown().add(row.id()));
      found.unreadable().add("The rows of " + table + " cannot be looked for: " + e.said());
    }
  }

  private static String query(ObjectId table, List<Row> rows, SchemaModel model, Found found) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      int place = i;
      RowConditions.of(rows.get(i), model)
          .ifPresentOrElse(
              condition ->
                  parts.add(
                      "SELECT '"
                          + place
                          + "' AS value WHERE EXISTS (SELECT FROM "
                          + Identifiers.quote(table.schema(), table.name())
                          + " t WHERE "
                          + condition
                          + ")"),
              () -> found.unknown().add(rows.get(place).id()));
    }
    return String.join("\nUNION ALL ", parts);
  }
}
