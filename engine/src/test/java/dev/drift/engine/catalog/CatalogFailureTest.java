package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CatalogFailureTest {
  @Test
  void nobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    fails(
        Reason.UNREACHABLE,
        "postgresql://u:secret@127.0.0.1:" + port + "/d",
        "cannot reach 127.0.0.1:" + port);
  }

  @Test
  void theNameDoesNotResolve() {
    fails(
        Reason.UNKNOWN_HOST,
        "postgresql://u:secret@no-such-host.invalid/d",
        "unknown host \"no-such-host.invalid\"");
  }

  @Test
  void theDatabaseIsNotThere() {
    fails(
        Reason.UNKNOWN_DATABASE,
        TestPostgres.createDatabase().replaceFirst("[^/]*$", "no_such_database"),
        "has no database \"no_such_database\"");
  }

  @Test
  void theServerDoesNotSpeakTls() {
    fails(
        Reason.TLS,
        TestPostgres.createDatabase().replaceFirst("[?].*", "") + "?sslmode=require",
        "does not speak it");
  }

  @Test
  void theServerIsSilent() {
    try (var server = new FakeServer((self, socket) -> socket.getInputStream().readAllBytes())) {
      fails(Reason.TIMEOUT, server.url(), "no answer from 127.0.0.1:");
    }
  }

  @Test
  void theServerIsNoPostgres() {
    try (var server =
        new FakeServer(
            (self, socket) -> {
              socket.getInputStream().read();
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      fails(Reason.NOT_POSTGRESQL, server.url(), "is not PostgreSQL");
    }
  }

  @Test
  void theServerOnlySpeaksTheProtocol() {
    try (var server =
        new FakeServer(
            (self, socket) -> {
              self.greet(socket, "13.0.0");
              self.readQuery(socket);
              self.row(socket, "CockroachDB CCL v24.1.0 (x86_64)", "d", "UTF8");
              socket.getInputStream().readAllBytes();
            })) {
      fails(Reason.NOT_POSTGRESQL, server.url(), "is not PostgreSQL: CockroachDB");
    }
  }

  @Test
  void theServerIsTooOld() {
    try (var server =
        new FakeServer(
            (self, socket) -> {
              self.greet(socket, "9.6.24");
              self.readQuery(socket);
              self.row(socket, "PostgreSQL 9.6.24 on x86_64", "d", "UTF8");
              socket.getInputStream().readAllBytes();
            })) {
      fails(Reason.TOO_OLD, server.url(), "runs PostgreSQL 9.6.24; drift reads 12 and later");
    }
  }

  @Test
  void theConnectionEndsInTheMiddle() {
    try (var server =
        new FakeServer(
            (self, socket) -> {
              self.greet(socket, "17.1");
              self.readQuery(socket);
            })) {
      fails(Reason.DROPPED, server.url(), "ended in the middle");
    }
  }

  @Test
  void theServerGoesSilentInTheMiddle() {
    var impatient = new IntrospectionOptions(Duration.ofSeconds(1), Duration.ofSeconds(1));
    try (var server =
        new FakeServer(
            (self, socket) -> {
              self.greet(socket, "17.1");
              socket.getInputStream().readAllBytes();
            })) {
      Target target = Target.of(Optional.of(server.url()));
      var failure =
          assertThrows(CatalogException.class, () -> Catalog.introspect(target, impatient));
      assertEquals(Reason.TIMEOUT, failure.reason());
    }
  }

  @Test
  void theFirstHostThatAnswersCounts() {
    String url = TestPostgres.createDatabase().replaceFirst("@", "@no-such-host.invalid:1,");

    assertFalse(introspect(url).model().objects().isEmpty());
  }

  @Test
  void aScriptFailsAtItsLine() {
    String url = TestPostgres.createDatabase();

    var failure =
        assertThrows(
            CatalogException.class,
            () ->
                Catalog.run(
                    Target.of(Optional.of(url)),
                    "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nSELECT * FROM nowhere"));

    assertEquals(Reason.STATEMENT_FAILED, failure.reason());
    assertEquals(
        "the script fails at line 3: relation \"nowhere\" does not exist", failure.getMessage());
    assertTrue(TestPostgres.query(url, "SELECT to_regclass('t')::text").contains("null"));
  }

  @Test
  void whatMayNotBeReadIsTold() {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(
        url,
        """
        CREATE TABLE t (a int CHECK (a > 0));
        DROP ROLE IF EXISTS drift_reader;
        CREATE ROLE drift_reader LOGIN PASSWORD 'reader';
        REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC;
        """);
    try {
      Introspection read = introspect(url.replaceFirst("//[^@]*@", "//drift_reader:reader@"));

      assertEquals(1, read.unreadable().size(), read.unreadable().toString());
      assertTrue(read.unreadable().getFirst().startsWith("policies: permission denied"));
      assertEquals(introspect(url).model(), read.model());
    } finally {
      TestPostgres.execute(url, "DROP ROLE drift_reader");
    }
  }

  private static Introspection introspect(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults());
  }

  private static void fails(Reason reason, String url, String says) {
    var failure = assertThrows(CatalogException.class, () -> introspect(url));
    assertEquals(reason, failure.reason(), failure.getMessage());
    assertTrue(failure.getMessage().contains(says), failure.getMessage());
    assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
  }
}
