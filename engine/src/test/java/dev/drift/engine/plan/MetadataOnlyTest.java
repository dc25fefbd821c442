package dev.drift.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan says about rewriting a table is what the server does. */
class MetadataOnlyTest {
  private static final List<String> CHANGES =
      List.of(
          "varchar(10) -> varchar(20)",
          "varchar(20) -> varchar(10)",
          "varchar(10) -> varchar",
          "varchar -> varchar(10)",
          "varchar(10) -> text",
          "text -> varchar",
          "text -> varchar(30)",
          "char(10) -> char(20)",
          "char(10) -> text",
          "numeric(5,2) -> numeric(8,2)",
          "numeric(5,2) -> numeric(8,3)",
          "numeric(5,2) -> numeric",
          "numeric -> numeric(12,2)",
          "timestamp(3) -> timestamp(6)",
          "timestamp(3) -> timestamp",
          "timestamp -> timestamp(6)",
          "timestamp -> timestamp(3)",
          "timestamptz(0) -> timestamptz(2)",
          "timestamp -> timestamptz",
          "time(2) -> time(4)",
          "interval(2) -> interval(4)",
          "interval(2) -> interval",
          "interval -> interval(6)",
          "varbit(5) -> varbit(9)",
          "varbit(5) -> varbit",
          "bit(5) -> varbit",
          "cidr -> inet",
          "inet -> cidr",
          "xml -> text",
          "int -> oid",
          "int -> bigint",
          "smallint -> int",
          "date -> timestamp",
          "json -> jsonb",
          "varchar(10)[] -> varchar(20)[]",
          "plain -> text",
          "text -> plain",
          "text -> checked",
          "checked -> text",
          "int -> plain_number",
          "plain_number -> int");

  private static final String TYPES =
      """
      CREATE DOMAIN plain AS text;
      CREATE DOMAIN checked AS text CHECK (VALUE <> 'x');
      CREATE DOMAIN plain_number AS int;
      """;

  @Test
  void saysThatATableIsRewrittenWhereItIs() {
    String actual = TestPostgres.createDatabase();
    String expected = TestPostgres.createDatabase();
    Script.run(actual, TYPES + tables(0));
    Script.run(expected, TYPES + tables(1));
    SchemaModel there = model(actual);
    SchemaModel intended = model(expected);
    Plan plan =
        Planner.plan(
            intended,
            there,
            Comparison.compare(intended, there),
            PlanOptions.destructive(TestPostgres.majorVersion()));

    var said = new ArrayList<String>();
    for (int i = 0; i < CHANGES.size(); i++) {
      String table = "t" + i;
      boolean rewrites =
          plan.steps().stream()
              .anyMatch(
                  step ->
                      step.subject().parent().equals(table)
                          && step.hazards().contains(Hazard.REWRITES_TABLE));
      said.add(CHANGES.get(i) + (rewrites ? ": rewritten" : ": kept"));
    }
    List<String> before = files(actual);
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(actual)))) {
      SessionSettings.set(SessionSettings.LOCK_TIMEOUT).forEach(session::run);
      session.run("SET TimeZone = 'Europe/Vienna'");
      plan.steps().forEach(step -> step.statements().forEach(session::run));
    }
    List<String> after = files(actual);
    var done = new ArrayList<String>();
    for (int i = 0; i < CHANGES.size(); i++) {
      done.add(CHANGES.get(i) + (before.get(i).equals(after.get(i)) ? ": kept" : ": rewritten"));
    }

    assertEquals(done, said);
    assertEquals(List.of(), Comparison.compare(intended, model(actual)));
  }

  private static String tables(int side) {
    var sql = new StringBuilder();
    for (int i = 0; i < CHANGES.size(); i++) {
      sql.append("CREATE TABLE t%d (c %s);\n".formatted(i, CHANGES.get(i).split(" -> ")[side]));
    }
    return sql.toString();
  }

  private static List<String> files(String url) {
    return TestPostgres.query(
        url,
        "SELECT relfilenode::text FROM pg_class WHERE relname ~ '^t[0-9]+$'"
            + " ORDER BY substr(relname, 2)::int");
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }
}
