package dev.drift.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.choice.Choices;
import dev.drift.engine.choice.Dice;
import dev.drift.engine.choice.Tries;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.render.RepairScript;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts that would leave their quotes if they were not quoted right. */
class QuotingTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "B",
          " ",
          "ß",
          "\uD83D\uDE00",
          ".",
          ",",
          ";",
          "'",
          "\"",
          "\\",
          "$",
          "$$",
          "$drift$",
          "$drift1$",
          "END",
          "(",
          ")",
          "[]",
          "--",
          "/*",
          "*/",
          "\n",
          "\t",
          "%s",
          "%I",
          "{}",
          "::",
          ":x",
          "=",
          "null",
          "DROP TABLE victim;",
          "E'",
          "U&\"",
          "\\.",
          "select");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Upper Case",
        "a.b",
        "quo\"te",
        "it's",
        "back\\slash",
        "select",
        "größe",
        "$$",
        "$drift$",
        "$drift1$; END $drift$",
        "x'); DROP TABLE victim; --",
        "x\"; DROP TABLE victim; --",
        "a\nline",
        "/* no comment",
        "-- none",
        "%s%I",
        "sixty_three_bytes_sixty_three_bytes_sixty_three_bytes_sixty_thr"
      })
  void staysInsideItsQuotes(String name) {
    goesThereAndBack(name);
  }

  @Tries(value = 6, property = "drift.test.random")
  void nothingBreaksOut(@ForAll("names") String name) {
    Assume.that(!name.isEmpty());
    goesThereAndBack(name);
  }

  @Provide
  Arbitrary<String> names() {
    return Choices.texts(QuotingTest::name);
  }

  /** As long as the server takes names: {@code NAMEDATALEN} less one, in bytes. */
  private static String name(Dice dice) {
    var name = new StringBuilder();
    for (int i = dice.below(8); i >= 0; i--) {
      String part = dice.one(PARTS);
      if ((name + part).getBytes(StandardCharsets.UTF_8).length < 64) {
        name.append(part);
      }
    }
    return name.toString();
  }

  private static void goesThereAndBack(String name) {
    String actual = TestPostgres.createDatabase();
    String wanted = TestPostgres.createDatabase();
    try {
      TestPostgres.execute(
          actual, "CREATE TABLE victim (id int); CREATE TABLE used (a int, b int)");
      TestPostgres.execute(wanted, schema(name));
      SchemaModel expected = model(wanted);

      String script = script(expected, actual);
      ScriptRun.run(actual, script);
      ScriptRun.run(actual, script);

      assertEquals(List.of(), Comparison.compare(expected, model(actual)), script);
      TestPostgres.execute(wanted, "DROP SCHEMA " + Identifiers.quote(name) + " CASCADE");
      TestPostgres.execute(wanted, "DROP VIEW IF EXISTS " + Identifiers.quote("v" + cut(name)));
      String back = script(model(wanted), actual);
      ScriptRun.run(actual, back);
      assertEquals(List.of(), Comparison.compare(model(wanted), model(actual)), back);
    } finally {
      TestPostgres.drop(actual);
      TestPostgres.drop(wanted);
    }
  }

  /** A name of that many bytes with a letter before it. */
  private static String cut(String name) {
    return name.length() > 60 ? name.substring(0, 60) : name;
  }

  private static String schema(String name) {
    String quoted = Identifiers.quote(name);
    String text = Identifiers.literal(name);
    String other = Identifiers.quote("v" + cut(name));
    return """
    CREATE TABLE victim (id int);
    CREATE TABLE used (a int, b int DEFAULT 1 NOT NULL, CONSTRAINT %1$s UNIQUE (a));
    CREATE SCHEMA %1$s;
    CREATE TYPE %1$s.%1$s AS ENUM (%2$s, 'other');
    CREATE TABLE %1$s.%3$s (%1$s text NOT NULL DEFAULT %2$s, e %1$s.%1$s DEFAULT %2$s,
      CONSTRAINT %1$s CHECK (%1$s <> %2$s));
    CREATE INDEX ON %1$s.%3$s (%1$s);
    CREATE FUNCTION %1$s.%1$s(%1$s text) RETURNS text LANGUAGE sql AS %4$s;
    CREATE FUNCTION %1$s.fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER %1$s BEFORE INSERT ON %1$s.%3$s FOR EACH ROW EXECUTE FUNCTION %1$s.fired(%2$s);
    CREATE POLICY %1$s ON %1$s.%3$s USING (%1$s = %2$s);
    CREATE VIEW %3$s AS SELECT %2$s AS %1$s FROM used;
    COMMENT ON TABLE used IS %2$s;
    COMMENT ON COLUMN %1$s.%3$s.%1$s IS %2$s;
    """
        .formatted(
            quoted, text, other, Identifiers.literal("SELECT " + text + "::text -- $$ $drift$ "));
  }

  private static String script(SchemaModel expected, String actual) {
    SchemaModel now = model(actual);
    return RepairScript.of(
        Planner.plan(
            expected,
            now,
            Comparison.compare(expected, now),
            PlanOptions.destructive(TestPostgres.majorVersion())),
        id -> Optional.empty());
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }
}
