package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Partitions that the clock names. */
class ShapesTest {
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
          SELECT day('event', current_date + 1);
          ALTER TABLE event ADD COLUMN note text;
          """;
  private static final String LIVE =
      PARENT
          + """
          CREATE TABLE event_20300101 PARTITION OF event
            FOR VALUES FROM ('2030-01-01') TO ('2030-01-02');
          CREATE INDEX event_20300101_id_idx ON event_20300101 (id);
          """;

  private static List<ObjectId> differences(String migrations, String live) {
    Script found = Script.of(live).clean();
    Replayed replayed = Script.of(migrations).clean().replayed().fittedTo(found.replayed().model());
    return Comparison.compare(replayed.model(), found.replayed().model()).stream()
        .map(Difference::id)
        .filter(id -> id.kind() != Kind.FUNCTION)
        .toList();
  }

  @Test
  void aPartitionOfTheirShapeIsExpectedByItsName() {
    assertEquals(
        List.of(), differences(MIGRATIONS, LIVE + "ALTER TABLE event ADD COLUMN note text"));
  }

  @Test
  void whatIsSaidOfOneByItsWholeNameIsNotRejected() {
    Script script =
        Script.of(
            MIGRATIONS
                + """
                ;
                ALTER TABLE event DETACH PARTITION event_20300101;
                DROP TABLE event_20300101;
                DROP TABLE other_20300101
                """);
    assertEquals(
        List.of(
            "OPAQUE 15: depends on event_20300101",
            "OPAQUE 16: depends on event_20300101",
            "REJECTED 17: table \"other_20300101\" does not exist"),
        script.problems());
  }

  @Test
  void noneIsMissingAndNoneIsOneToo() {
    assertEquals(
        List.of(), differences(MIGRATIONS, PARENT + "ALTER TABLE event ADD COLUMN note text"));
  }

  @Test
  void whatAPartitionLacksIsFoundInIt() {
    ObjectId partition = ObjectId.table("public", "event_20300101");
    assertEquals(
        List.of(partition.child(Kind.INDEX, "event_20300101_id_idx")),
        differences(
            MIGRATIONS,
            LIVE + "ALTER TABLE event ADD COLUMN note text; DROP INDEX event_20300101_id_idx"));
  }

  @Test
  void otherTablesAreOfNoShape() {
    assertEquals(
        List.of(
            ObjectId.table("public", "event_20300101"),
            ObjectId.column(ObjectId.table("public", "event_20300101"), "id")),
        differences(
            MIGRATIONS,
            PARENT
                + "ALTER TABLE event ADD COLUMN note text; CREATE TABLE event_20300101 (id int)"));
  }
}
