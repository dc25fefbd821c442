package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks between dates that tables of other days have lost. */
class LostConstantsTest {
  private static final Instant NOW = Instant.parse("2030-07-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          day   | YYYYMMDD     | 20240229 | 2024-02-29 | 2024-03-01
          day   | YYYY_MM_DD   | 2024_02_29 | 2024-02-29 | 2024-03-01
          day   | DD_MM_YYYY   | 29_02_2024 | 2024-02-29 | 2024-03-01
          week  | IYYY"w"IW    | 2024w09 | 2024-02-26 | 2024-03-04
          month | YYYY_MM      | 2024_12 | 2024-12-01 | 2025-01-01
          month | "y"YYYY"m"MM | y2024m12 | 2024-12-01 | 2025-01-01
          year  | YYYY         | 2024 | 2024-01-01 | 2025-01-01
          """)
  void areThoseOfTheTimeInTheName(String unit, String format, String name, String from, String to) {
    assertEquals("(at >= '%s' AND at < '%s')".formatted(from, to), check(unit, format, 0, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          day   | YYYYMMDD | 20240229 | 2024-02-29 | 2024-03-01
          month | YYYYMM   | 202412   | 2024-12-01 | 2025-01-01
          """)
  void orOfTheOneBefore(String unit, String format, String name, String from, String to) {
    assertEquals("(at >= '%s' AND at < '%s')".formatted(from, to), check(unit, format, 1, name));
  }

  private static String check(String unit, String format, int later, String name) {
    String migrations =
        """
        CREATE TABLE p (at date);
        DO $$ DECLARE d date := (date_trunc('%1$s', now()) + interval '%3$d %1$s')::date; BEGIN
          EXECUTE format('CREATE TABLE p_%%s (CONSTRAINT c CHECK (at >= %%L AND at < %%L)) INHERITS (p)',
                         to_char(d, '%2$s'), d, (d + interval '1 %1$s')::date);
        END $$
        """
            .formatted(unit, format, later);
    var found = Script.of("CREATE TABLE p (at date); CREATE TABLE p_" + name + " () INHERITS (p)");
    Replayed fitted =
        Script.of(migrations)
            .replayed()
            .fittedTo(
                found.clean().replayed().model(),
                () -> Script.at(NOW, migrations).replayed(),
                then -> Script.at(then, migrations).replayed());
    ObjectId id = ObjectId.table("public", "p_" + name).child(Kind.CHECK, "c");
    return '(' + fitted.model().find(id, Check.class).orElseThrow().expression().sql() + ')';
  }
}
