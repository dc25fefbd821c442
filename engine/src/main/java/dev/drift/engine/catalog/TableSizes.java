package dev.drift.engine.catalog;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TableSize;
import dev.drift.engine.sql.Identifiers;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much tables hold, from the server's statistics: no row is read. */
public final class TableSizes {
  private static final int AT_ONCE = 500;

  private TableSizes() {}

  /**
   * {@return the sizes of those of {@code relations} that are there; none if the server does not
   * tell within seconds, as where somebody holds a table for himself}
   *
   * @throws CatalogException if the server cannot be reached
   */
  public static SortedMap<ObjectId, TableSize> read(Target target, Collection<ObjectId> relations) {
    if (relations.isEmpty()) {
      return Collections.emptySortedMap();
    }
    var sizes = new TreeMap<ObjectId, TableSize>();
    List<ObjectId> all = List.copyOf(relations);
    try (SqlSession session = SqlSession.open(target)) {
      session.run("SET default_transaction_read_only = on");
      session.run("SET lock_timeout = '2s'");
      session.run("SET statement_timeout = '20s'");
      session.run("SET search_path = ''");
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<ObjectId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        session.values(query(some)).forEach(line -> read(line, some, sizes));
      }
    } catch (CatalogException e) {
      if (e.reason() != CatalogException.Reason.STATEMENT_FAILED) {
        throw e;
      }
    }
    return sizes;
  }

  private static void read(
      String line, List<ObjectId> relations, SortedMap<ObjectId, TableSize> into) {
    String[] parts = line.split(" ");
    long rows = Long.parseLong(parts[1]);
    into.put(
        relations.get(Integer.parseInt(parts[0])),
        new TableSize(
            rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows), Long.parseLong(parts[2])));
  }

  /** Up to 13 a table that was never analyzed has no rows and no pages to the statistics. */
  private static String query(List<ObjectId> relations) {
    var wanted = new StringBuilder();
    for (int i = 0; i < relations.size(); i++) {
      ObjectId id = relations.get(i);
      wanted
          .append(i == 0 ? "" : ", ")
          .append('(')
          .append(i)
          .append(", to_regclass(")
          .append(Identifiers.literal(Identifiers.quote(id.schema(), id.name())))
          .append("))");
    }
    return """
    WITH RECURSIVE wanted (place, oid) AS (VALUES %s),
    member (place, oid) AS (
      SELECT place, oid::oid FROM wanted WHERE oid IS NOT NULL
      UNION
      SELECT m.place, i.inhrelid FROM member m JOIN pg_inherits i ON i.inhparent = m.oid),
    measured AS (
      SELECT m.place, c.reltuples, c.relpages, c.relkind,
             pg_total_relation_size(c.oid) AS total, pg_relation_size(c.oid) AS main
      FROM member m JOIN pg_class c ON c.oid = m.oid WHERE c.relkind IN ('r', 'm', 'p'))
    SELECT concat_ws(' ', place,
             CASE WHEN bool_or(main > 0 AND (reltuples < 0 OR reltuples = 0 AND relpages = 0))
                  THEN -1
                  ELSE coalesce(sum(greatest(reltuples, 0)::numeric)
                         FILTER (WHERE relkind <> 'p'), 0)::bigint END,
             coalesce(sum(total), 0)::bigint) AS value
    FROM measured GROUP BY place ORDER BY place\
    """
        .formatted(wanted);
  }
}
