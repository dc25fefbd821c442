package dev.drift.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that forbid a step stop it before anything is changed, and are named. */
class PreflightTest {
  private static final String TYPES =
      "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN positive AS int;"
          + " CREATE DOMAIN needed AS int NOT NULL; ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int UNIQUE             | i % 5           | 5 values of (v) are there more than once
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int NOT NULL           | nullif(i, 7)    | 1 rows of public.t have null in column public.t.v (id): 7
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int REFERENCES other   | i               | 20 rows of public.t point to no row of table public.other (id): 1; 2; 3
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int CHECK (v < 19)     | i               | 2 rows of public.t break check public.t.t_v_check (id): 19; 20
          id int PRIMARY KEY, v text               | id int PRIMARY KEY, v varchar(3)             | CASE WHEN i <> 9 THEN 'abcd' END | 19 rows of public.t have a value in
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int, EXCLUDE USING btree (v WITH =) WHERE (v > 1) | i / 2 | pairs of rows of public.t exclude each other by public.t.t_v_excl (id): 4 and 5; 6 and 7
          id int PRIMARY KEY, v int4range          | id int PRIMARY KEY, v int4range, EXCLUDE USING gist (v WITH &&) | int4range(i * 2, i * 2 + i / 9 + 1) | 2 pairs of rows of public.t exclude each other by public.t.t_v_excl (id): 18 and 19
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int, EXCLUDE USING gist (int4range(v, v + 2) WITH &&) | i * 2 - i / 20 | 1 pairs of rows of public.t exclude each other by public.t.t_int4range_excl (id): 19 and 20
          id int PRIMARY KEY, v box                | id int PRIMARY KEY, v box, EXCLUDE USING gist (v WITH &&) | box(point(i * 2 - i / 20, 0), point(i * 2 + 1, 1)) | 1 pairs of rows of public.t exclude each other by public.t.t_v_excl (id): 19 and 20
          id int PRIMARY KEY, v numeric            | id int PRIMARY KEY, v numeric(4,2)           | i * 10          | 11 rows of public.t have a value in
          id int PRIMARY KEY, v bigint             | id int PRIMARY KEY, v smallint               | i * 2000        | 4 rows of public.t have a value in
          id int PRIMARY KEY, v text               | id int PRIMARY KEY, v mood                   | CASE WHEN i < 3 THEN 'bad' ELSE 'ok' END | 2 rows of public.t have a value in
          id int PRIMARY KEY, v text               | id int PRIMARY KEY, v date                   | CASE WHEN i = 3 THEN 'bad' ELSE '2020-01-01' END | 1 rows of public.t have a value in
          id int PRIMARY KEY, v int                | id int PRIMARY KEY, v int, n needed          | i               | 20 rows of public.t would have null in the new column public.t.n
          id int PRIMARY KEY, v positive           | id int PRIMARY KEY, v positive; ALTER DOMAIN positive ADD CHECK (VALUE > 2) | i | 2 rows of public.t have a value in column public.t.v that breaks
          id int PRIMARY KEY, v positive           | id int PRIMARY KEY, v positive; ALTER DOMAIN positive SET NOT NULL | nullif(i, 4) | 1 rows of public.t have null in column public.t.v
          """)
  void namesTheRowsAndChangesNothing(String before, String after, String value, String says) {
    String actual = TestPostgres.createDatabase();
    String expected = TestPostgres.createDatabase();
    Script.run(
        actual,
        TYPES
            + "CREATE TABLE other (id int PRIMARY KEY); CREATE TABLE t (%s);".formatted(before)
            + " INSERT INTO t SELECT i, "
            + value
            + " FROM generate_series(1, 20) i;");
    String[] parts = after.split(";", 2);
    Script.run(
        expected,
        TYPES
            + "CREATE TABLE other (id int PRIMARY KEY); CREATE TABLE t (%s);".formatted(parts[0])
            + (parts.length > 1 ? parts[1] + ";" : "")
            + " CREATE TABLE last (id int);");
    SchemaModel there = model(actual);
    SchemaModel intended = model(expected);
    Plan plan =
        Planner.plan(
            intended,
            there,
            Comparison.compare(intended, there),
            PlanOptions.destructive(TestPostgres.majorVersion()));

    String said = assertThrows(CatalogException.class, () -> run(actual, plan)).getMessage();

    assertTrue(said.contains(says), said);
    assertEquals(there, model(actual));
  }

  private static void run(String url, Plan plan) {
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(url)))) {
      SessionSettings.set(SessionSettings.LOCK_TIMEOUT).forEach(session::run);
      plan.steps().forEach(step -> step.statements().forEach(session::run));
    }
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }
}
