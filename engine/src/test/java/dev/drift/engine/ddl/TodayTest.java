package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is missing of the tables that migrations make of the day they run on. */
class TodayTest {
  private static final Instant NOON = Instant.parse("2030-01-31T12:00:00Z");
  private static final String PARENT =
      """
      CREATE TABLE event (id bigint NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (id, at))
        PARTITION BY RANGE (at);
      """;
  private static final String MIGRATIONS =
      PARENT
          + """
          CREATE FUNCTION day(target text, of date) RETURNS void LANGUAGE plpgsql AS $$
          DECLARE name text := format('%s_%s', target, to_char(of, 'YYYYMMDD'));
          BEGIN
            IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                           name, target, of, of + 1);
            EXECUTE format('CREATE INDEX %I ON %I (id)', name || '_id_idx', name);
          END $$;
          SELECT day('event', current_date);
          SELECT day('event', (now() + interval '1 day')::date);
          """;

  private static List<String> missing(String migrations, String live) {
    Script found = Script.of(live).clean();
    Replayed fitted =
        Script.of(migrations)
            .clean()
            .replayed()
            .fittedTo(
                found.replayed().model(), () -> Script.at(NOON, migrations).clean().replayed());
    return Comparison.compare(fitted.model(), found.replayed().model()).stream()
        .filter(difference -> difference.isMissing() && difference.id().kind() != Kind.FUNCTION)
        .map(difference -> difference.id().path())
        .filter(path -> !path.matches(".*\\.(id|at)"))
        .toList();
  }

  private static String partition(String name, String from, String to) {
    return "CREATE TABLE %s PARTITION OF event FOR VALUES FROM ('%s') TO ('%s');\nCREATE INDEX %1$s_id_idx ON %1$s (id);\n"
        .formatted(name, from, to);
  }

  @Test
  void withoutAnyAllOfTodayAreMissingWithWhatTheyHave() {
    assertEquals(
        List.of(
            "public.event_20300131",
            "public.event_20300201",
            "public.event_20300131.event_20300131_id_idx",
            "public.event_20300131.event_20300131_pkey",
            "public.event_20300201.event_20300201_id_idx",
            "public.event_20300201.event_20300201_pkey"),
        missing(MIGRATIONS, PARENT));
  }

  @Test
  void besideAnotherOfTodayTheRestIsMissing() {
    assertEquals(
        List.of(
            "public.event_20300201",
            "public.event_20300201.event_20300201_id_idx",
            "public.event_20300201.event_20300201_pkey"),
        missing(MIGRATIONS, PARENT + partition("event_20300131", "2030-01-31", "2030-02-01")));
  }

  @Test
  void besideThoseOfOtherDaysNoneIs() {
    String old = PARENT + partition("event_20300130", "2030-01-30", "2030-01-31");
    assertEquals(List.of(), missing(MIGRATIONS, old));
    assertEquals(
        List.of(),
        missing(MIGRATIONS, old + partition("event_20300131", "2030-01-31", "2030-02-01")));
  }

  @Test
  void besidePartitionsOfOtherNamesNoneIs() {
    assertEquals(
        List.of(),
        missing(MIGRATIONS, PARENT + partition("days_of_january", "2030-01-01", "2030-02-01")));
  }

  @Test
  void aDetachedOneIsExpectedByItsName() {
    String live =
        PARENT
            + """
            CREATE TABLE event_20300131 (LIKE event INCLUDING ALL);
            CREATE INDEX event_20300131_id_idx ON event_20300131 (id);
            """
            + partition("event_20300201", "2030-02-01", "2030-02-02");
    Script found = Script.of(live).clean();
    Replayed fitted =
        Script.of(MIGRATIONS)
            .replayed()
            .fittedTo(found.replayed().model(), () -> Script.at(NOON, MIGRATIONS).replayed());
    ObjectId table = ObjectId.table("public", "event_20300131");
    assertTrue(fitted.model().find(table, Table.class).orElseThrow().partitionOf().isPresent());
  }

  @Test
  void theStatementThatWouldMakeItIsNamed() {
    Script found = Script.of(PARENT).clean();
    Replayed fitted =
        Script.of(MIGRATIONS)
            .replayed()
            .fittedTo(found.replayed().model(), () -> Script.at(NOON, MIGRATIONS).replayed());
    assertEquals(
        Optional.of(12),
        new Origins(fitted.events())
            .of(ObjectId.table("public", "event_20300201"), Optional.empty())
            .map(origin -> origin.line()));
  }

  @Test
  void theTimeIsAskedForOnlyWhereItMatters() {
    Replayed replayed = Script.of(PARENT).clean().replayed();
    assertEquals(
        replayed,
        replayed.fittedTo(
            replayed.model(),
            () -> {
              throw new AssertionError("nothing here depends on the clock");
            }));
  }

  @Test
  void monthsInheritWithTheirChecksAndTriggers() {
    String migrations =
        """
        CREATE TABLE reading (id bigint, taken date NOT NULL);
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        DO $$
        DECLARE
          first date := date_trunc('month', now());
          name text;
        BEGIN
          FOR i IN 0..1 LOOP
            name := 'reading_' || to_char(first + i * interval '1 month', '"y"YYYY"m"MM');
            EXECUTE 'CREATE TABLE ' || name || ' (CHECK (taken >= DATE '
              || quote_literal((first + i * interval '1 month')::date) || ')) INHERITS (reading)';
            EXECUTE format('CREATE TRIGGER stamp BEFORE INSERT ON %I FOR EACH ROW'
              || ' EXECUTE FUNCTION stamp()', name);
          END LOOP;
        END $$;
        """;
    String live =
        """
        CREATE TABLE reading (id bigint, taken date NOT NULL);
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        """;
    assertEquals(
        List.of(
            "public.reading_y2030m01",
            "public.reading_y2030m02",
            "public.reading_y2030m01.taken",
            "public.reading_y2030m01.reading_y2030m01_taken_check",
            "public.reading_y2030m01.stamp",
            "public.reading_y2030m02.taken",
            "public.reading_y2030m02.reading_y2030m02_taken_check",
            "public.reading_y2030m02.stamp"),
        missing(migrations, live));
  }
}
