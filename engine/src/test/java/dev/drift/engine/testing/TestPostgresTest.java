package dev.drift.engine.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
  @Test
  void givesEachTestAnEmptyDatabase() {
    String one = TestPostgres.createDatabase();
    String other = TestPostgres.createDatabase();

    TestPostgres.execute(
        one, "CREATE TABLE t (a int, b text[]); INSERT INTO t VALUES (1, '{x,y}')");

    assertNotEquals(one, other);
    assertEquals(List.of("1|[x, y]"), TestPostgres.query(one, "SELECT * FROM t"));
    assertEquals(List.of("null"), TestPostgres.query(other, "SELECT to_regclass('t')::text"));
  }

  @Test
  void runsTheMajorThatWasAskedFor() {
    String asked = System.getProperty("drift.test.postgres", "embedded:17");
    if (!asked.contains("//")) {
      assertEquals(asked.replaceFirst(".*:", ""), "" + TestPostgres.majorVersion());
    }
  }
}
