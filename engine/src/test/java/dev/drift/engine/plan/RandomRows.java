package dev.drift.engine.plan;

import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;

/** Rows in all tables of a database, and what is left of them. */
final class RandomRows {
  private RandomRows() {}

  /** Puts some rows into each table, as far as its constraints allow. */
  static void fill(String url) {
    TestPostgres.execute(
        url,
        """
        DO $fill$
        DECLARE
          found record;
        BEGIN
          SET CONSTRAINTS ALL IMMEDIATE;
          FOR round IN 1..6 LOOP
            FOR found IN
              SELECT c.oid::regclass AS name,
                     string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
                     string_agg(
                       CASE WHEN NOT a.attnotnull AND (a.attnum + round) % 4 = 0 THEN 'NULL'
                            WHEN t.typtype = 'e' THEN
                              (SELECT quote_literal(enumlabel) FROM pg_enum WHERE enumtypid = t.oid
                                ORDER BY enumsortorder DESC OFFSET round % 2 LIMIT 1)
                            WHEN t.typcategory = 'N' THEN (round * 2)::text
                            WHEN t.typcategory = 'S' THEN quote_literal(left('value ' || round, CASE WHEN a.atttypmod > 0 THEN a.atttypmod - 4 ELSE 99 END))
                            WHEN t.typcategory = 'D' THEN quote_literal((date '2019-06-01' + round * 200)::text)
                            WHEN t.typcategory = 'B' THEN 'true'
                            WHEN t.typname = 'uuid' THEN quote_literal(md5(round::text))
                            WHEN t.typname = 'jsonb' THEN quote_literal('{"a": 1}')
                            WHEN t.typcategory = 'A' THEN quote_literal('{}')
                            WHEN t.typname = 'interval' THEN quote_literal('1 day')
                            ELSE 'NULL' END, ', ' ORDER BY a.attnum) AS values
                FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
               WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text IN ('public', 'app', '"My Data"')
                 AND a.attgenerated = '' AND a.attidentity <> 'a'
               GROUP BY c.oid
               ORDER BY c.oid
            LOOP
              BEGIN
                EXECUTE format('INSERT INTO %s (%s) VALUES (%s)', found.name, found.columns, found.values);
              EXCEPTION WHEN others THEN NULL;
              END;
            END LOOP;
          END LOOP;
        END $fill$
        """);
  }

  /** {@return a line for each column: table, column, type, how many values, a digest of them} */
  static List<String> of(String url) {
    List<String> queries =
        TestPostgres.query(
            url,
            """
            SELECT format('SELECT %L, count(*), count(%I), md5(string_agg(%I::text, '','' ORDER BY %I::text COLLATE "C")) FROM ONLY %s',
                          c.oid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod), a.attname, a.attname, a.attname, c.oid::regclass)
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'app', '"My Data"')
               AND a.attgenerated = ''
             ORDER BY 1
            """);
    return queries.isEmpty()
        ? List.of()
        : TestPostgres.query(url, String.join("\nUNION ALL\n", queries));
  }

  /**
   * {@return those of {@code lines} that are true of the database still; a new type is let pass}
   */
  static List<String> kept(List<String> lines, String url) {
    var kept = new ArrayList<String>();
    List<String> now = of(url);
    for (String line : lines) {
      String[] parts = line.split("\\|");
      String column = parts[0].replaceFirst(" (?=[a-z\\[\\]]).*$", "");
      boolean there =
          now.contains(line)
              || now.stream()
                  .anyMatch(
                      other -> {
                        String[] its = other.split("\\|");
                        return !its[0].equals(parts[0])
                            && its[0].startsWith(column)
                            && its[1].equals(parts[1])
                            && its[2].equals(parts[2]);
                      });
      if (there) {
        kept.add(line);
      }
    }
    return kept;
  }
}
