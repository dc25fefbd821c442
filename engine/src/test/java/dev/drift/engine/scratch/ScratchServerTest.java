package dev.drift.engine.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScratchServerTest {
  @Test
  void startsAServerThatAnswersOnTheLoopbackAddress() {
    try (ScratchServer server = ScratchServer.start()) {
      assertEquals(
          List.of("UTF8|127.0.0.1|postgres|off"),
          TestPostgres.query(
              server.url(),
              "SELECT current_setting('server_encoding'), current_setting('listen_addresses'),"
                  + " current_user, current_setting('fsync')"));
    }
  }

  @Test
  void makesDatabases() {
    try (ScratchServer server = ScratchServer.start()) {
      String one = server.createDatabase();
      String named = server.createDatabase("pet clinic/\"1\"");

      assertEquals(List.of("scratch_1"), TestPostgres.query(one, "SELECT current_database()"));
      assertEquals(
          List.of("pet clinic/\"1\"|0"),
          TestPostgres.query(
              named,
              "SELECT current_database(), (SELECT count(*) FROM pg_class c JOIN pg_namespace n"
                  + " ON n.oid = c.relnamespace WHERE nspname = 'public')"));
    }
  }

  @Test
  void leavesNothingWhenItIsClosed() throws IOException {
    ScratchServer server = ScratchServer.start();
    Path data =
        Path.of(TestPostgres.query(server.url(), "SHOW data_directory").getFirst()).getParent();
    assertTrue(Files.exists(data));

    server.close();

    assertTrue(Files.notExists(data));
    assertThrows(IOException.class, () -> connect(server.url()));
  }

  @Test
  void leavesNothingWhenTheJvmIsKilled() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoned.class.getName())
            .start();
    String url;
    try (var said = jvm.inputReader()) {
      url = said.readLine();
      Path data = Path.of(TestPostgres.query(url, "SHOW data_directory").getFirst()).getParent();

      jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

      assertTrue(becomesTrue(() -> Files.notExists(data)));
      assertThrows(IOException.class, () -> connect(url));
    }
  }

  @Test
  void startsTheMajorThatIsAskedFor() {
    int major = ScratchServer.majors().first();
    try (ScratchServer server = ScratchServer.start(major)) {
      String version = TestPostgres.query(server.url(), "SHOW server_version").getFirst();
      assertEquals(major, server.major());
      assertTrue(version.startsWith(major + "."), version);
    }
  }

  @Test
  void saysWhichMajorsThereAreWhereOneIsMissing() {
    ScratchException refused = assertThrows(ScratchException.class, () -> ScratchServer.start(9));

    assertEquals(
        "no PostgreSQL 9 for %s comes with this drift, which has %s"
            .formatted(Bundle.platform(), ScratchServer.majors()),
        refused.getMessage());
  }

  @Test
  void unpacksTheBinariesOnce() throws IOException {
    Path cache = Files.createTempDirectory("drift-cache-");
    try {
      Bundle bundle = Bundle.available().getFirst();
      Path home = Unpacking.unpacked(bundle, cache);
      Object unpackedAt = Files.getLastModifiedTime(home.resolve("bin/postgres"));

      assertEquals(home, Unpacking.unpacked(bundle, cache));
      assertEquals(unpackedAt, Files.getLastModifiedTime(home.resolve("bin/postgres")));
      try (Stream<Path> entries = Files.list(cache)) {
        assertEquals(List.of(home), entries.toList());
      }
    } finally {
      Directories.delete(cache);
    }
  }

  private static void connect(String url) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort()).close();
  }

  private static boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
    for (int attempt = 0; attempt < 100 && !condition.getAsBoolean(); attempt++) {
      Thread.sleep(100);
    }
    return condition.getAsBoolean();
  }

  /** A JVM that starts a server, says its URL, and does not close it. */
  static final class Abandoned {
    private Abandoned() {}

    public static void main(String[] args) throws InterruptedException {
      @SuppressWarnings("resource")
      ScratchServer server = ScratchServer.start();
      System.out.println(server.url());
      Thread.sleep(60_000);
    }
  }
}
