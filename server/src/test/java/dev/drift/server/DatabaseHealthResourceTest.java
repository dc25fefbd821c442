package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseHealthResourceTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  @Test
  void isDegradedWithDriftAndPendingMigrations() {
    assertReply(
        200,
        """
        {"status":"degraded","timestamp":"2026-02-03T04:05:06Z",
         "database":{"connected":true,"responseTime":42},
         "migrations":{"applied":["000","001"],"latest":"001","count":2,
                       "warning":"Expected 3 migrations, only 2 applied"},
         "schema":{"critical_tables":[{"name":"users","exists":true}],"all_tables_exist":false}}
        """,
        new Measured(FixedCheck.drift(), NOW));
  }

  @Test
  void isHealthyWhenCleanAndComplete() {
    assertReply(
        200,
        """
        {"status":"healthy","timestamp":"2026-02-03T04:05:06Z",
         "database":{"connected":true,"responseTime":7},
         "migrations":{"applied":["000"],"latest":"000","count":1},
         "schema":{"critical_tables":[{"name":"users","exists":true}],"all_tables_exist":true}}
        """,
        new Measured(FixedCheck.clean(), NOW));
  }

  @Test
  void isUnhealthyWithoutACriticalTable() {
    Reply reply = reply(new Measured(FixedCheck.withoutCriticalTable(), NOW));

    assertEquals(503, reply.status());
    assertEquals("unhealthy", new JsonObject(reply.body()).getString("status"));
  }

  @Test
  void isUnhealthyWhenTheLastCheckFailed() {
    assertReply(
        503,
        """
        {"status":"unhealthy","timestamp":"2026-02-03T04:05:06Z",
         "database":{"connected":false,"responseTime":null,"error":"no route to db:5432"},
         "migrations":{"applied":[],"latest":null,"count":0},
         "schema":{"critical_tables":[],"all_tables_exist":false}}
        """,
        new Failed("no route to db:5432", NOW, Optional.empty()));
  }

  @Test
  void isUnhealthyBeforeTheFirstResult() {
    assertEquals(503, reply(new NotYet(NOW)).status());
  }

  private static Reply reply(Latest latest) {
    return new DatabaseHealthResource().reply(latest);
  }

  private static void assertReply(int status, String body, Latest latest) {
    Reply reply = reply(latest);
    assertEquals(
        new JsonObject(body).encodePrettily(), new JsonObject(reply.body()).encodePrettily());
    assertEquals(status, reply.status());
  }
}
