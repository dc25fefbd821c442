package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.Target.Endpoint;
import dev.drift.engine.catalog.Target.Tls.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<Path, String> files = new HashMap<>();
  private final Set<Path> open = new HashSet<>();

  @Test
  void readsAUrl() {
    Target target =
        target("postgresql://app:s%40cr%2Fet@db.example:6543/shop%20floor?sslmode=require");

    assertEquals(
        List.of(new Endpoint("db.example", 6543, Optional.of("s@cr/et"))), target.endpoints());
    assertEquals("shop floor", target.database());
    assertEquals("app", target.user());
    assertEquals(Mode.REQUIRE, target.tls().mode());
  }

  @Test
  void readsKeywordsAndValues() {
    Target target =
        target("host=db.example port = 6543 user='o\\'neil' dbname='my shop' password=a\\ b");

    assertEquals(List.of(new Endpoint("db.example", 6543, Optional.of("a b"))), target.endpoints());
    assertEquals("o'neil", target.user());
    assertEquals("my shop", target.database());
  }

  @Test
  void hasLibpqsDefaults() {
    Target target = target("postgres://");

    assertEquals(List.of(new Endpoint("localhost", 5432, Optional.empty())), target.endpoints());
    assertEquals("osuser", target.user());
    assertEquals("osuser", target.database());
    assertEquals(Mode.PREFER, target.tls().mode());
    assertEquals(Duration.ofSeconds(10), target.connectTimeout());
    assertEquals("drift", target.applicationName());
  }

  @Test
  void prefersTheLocalSocketWhereThereIsOne() {
    files.put(Path.of("/var/run/postgresql/.s.PGSQL.5433"), "");

    Target target = target("postgresql:///shop?port=5433");

    assertEquals("/var/run/postgresql", target.endpoints().getFirst().host());
    assertTrue(target.endpoints().getFirst().isSocket());
  }

  @Test
  void takesSeveralHosts() {
    assertEquals(
        List.of(
            new Endpoint("a", 1, Optional.empty()),
            new Endpoint("b", 5432, Optional.empty()),
            new Endpoint("::1", 3, Optional.empty())),
        target("postgresql://u@a:1,b,[::1]:3/d").endpoints());
    assertEquals(
        List.of(new Endpoint("a", 7, Optional.empty()), new Endpoint("b", 7, Optional.empty())),
        target("host=a,b port=7 user=u").endpoints());
  }

  @Test
  void takesParametersOfTheQuery() {
    Target target =
        target(
            "postgresql://h/d?user=u&host=/var/run/postgresql&port=9&connect_timeout=3"
                + "&application_name=ci&options=-c%20search_path%3Dapp");

    assertEquals(
        List.of(new Endpoint("/var/run/postgresql", 9, Optional.empty())), target.endpoints());
    assertEquals(Duration.ofSeconds(3), target.connectTimeout());
    assertEquals("ci", target.applicationName());
    assertEquals(Optional.of("-c search_path=app"), target.options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u@h/d?schema=public&connection_limit=5",
        "jdbc:postgresql://h/d?user=u&currentSchema=app",
        "postgresql://u@h/d?channel_binding=prefer"
      })
  void overlooksWhatIsForOthers(String url) {
    assertEquals("d", target(url).database());
  }

  @Test
  void fallsBackToDatabaseUrlAndThenToVariables() {
    environment.put("PGHOST", "from-pghost");
    environment.put("PGPORT", "1111");
    environment.put("PGUSER", "pguser");
    environment.put("PGPASSWORD", "pgpassword");
    environment.put("PGDATABASE", "pgdatabase");
    environment.put("PGSSLMODE", "disable");
    environment.put("PGCONNECT_TIMEOUT", "4");

    Target fromVariables = Target.of(Optional.empty(), surroundings());
    assertEquals(
        List.of(new Endpoint("from-pghost", 1111, Optional.of("pgpassword"))),
        fromVariables.endpoints());
    assertEquals("pgdatabase", fromVariables.database());
    assertEquals(Mode.DISABLE, fromVariables.tls().mode());

    environment.put("DATABASE_URL", "postgresql://url-host/url-database");
    Target fromUrl = Target.of(Optional.empty(), surroundings());
    assertEquals("url-host", fromUrl.endpoints().getFirst().host());
    assertEquals("url-database", fromUrl.database());
    assertEquals("pguser", fromUrl.user());
  }

  @ParameterizedTest
  @CsvSource({
    "h,  5432, d, u, one",
    "h,  5433, d, u, two",
    "h:1,5432, d, u, back\\slash:colon",
    "x,  5432, d, u, any",
  })
  void findsThePasswordInTheFile(
      String host, int port, String database, String user, String found) {
    files.put(
        Path.of("/home/osuser/.pgpass"),
        """
        # comment
        h:5432:other:u:no
        h:5432:d:u:one
        h:*:d:u:two
        h\\:1:5432:d:u:back\\\\slash\\:colon
        *:*:*:u:any
        """);

    Target target =
        target("host='%s' port=%d dbname=%s user=%s".formatted(host, port, database, user));

    assertEquals(Optional.of(found), target.endpoints().getFirst().password());
  }

  @Test
  void leavesAPasswordFileThatOthersMayReadAndSaysSo() {
    Path file = Path.of("/home/osuser/.pgpass");
    files.put(file, "*:*:*:*:secret");
    open.add(file);

    Target target = target("postgresql://u@h/d");

    assertEquals(Optional.empty(), target.endpoints().getFirst().password());
    assertTrue(target.notes().getFirst().contains("chmod 600"), target.notes().toString());
  }

  @Test
  void readsAService() {
    environment.put("PGSERVICE", "staging");
    environment.put("PGHOST", "not-this");
    files.put(
        Path.of("/home/osuser/.pg_service.conf"),
        """
        [other]
        host=no
        # comment
        [staging]
        host=stage.example
        dbname=shop
        user = app
        """);

    Target target = Target.of(Optional.of("postgresql:///mine"), surroundings());

    assertEquals("stage.example", target.endpoints().getFirst().host());
    assertEquals("mine", target.database());
    assertEquals("app", target.user());
  }

  @Test
  void verifiesWithTheRootCertificate() {
    files.put(Path.of("/ca.crt"), "");

    Target target = target("postgresql://u@h/d?sslmode=verify-full&sslrootcert=/ca.crt");

    assertEquals(Mode.VERIFY_FULL, target.tls().mode());
    assertEquals(Optional.of(Path.of("/ca.crt")), target.tls().rootCertificate());
    assertEquals(Mode.VERIFY_FULL, target("postgresql://h/d?sslrootcert=system").tls().mode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@h/d",
        "shop",
        "postgresql://u:secret@h:0/d",
        "postgresql://u:secret@h:http/d",
        "postgresql://u:secret@h/d?sslmode=maybe",
        "postgresql://u:secret@h/d?sslmod=require",
        "postgresql://u:secret@h/d?sslmode",
        "postgresql://u:secret@h/d?sslmode=verify-ca",
        "postgresql://u:secret@h/d?sslrootcert=/missing.crt",
        "postgresql://u:secret@h/d?sslrootcert=system&sslmode=require",
        "postgresql://u:secret@h/d?connect_timeout=soon",
        "postgresql://u:secret@h/d?service=unknown",
        "postgresql://u:secret@h/%zz",
        "postgresql://u:secret@[::1/d",
        "host=a,b port=1,2,3 password=secret",
        "host=a password='secret",
        "host=a password",
        "postgresql://u:secret@a,b/d?target_session_attrs=read-write"
      })
  void refusesWhatCannotBe(String url) {
    var failure = assertThrows(CatalogException.class, () -> target(url));

    assertEquals(Reason.BAD_TARGET, failure.reason());
    assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
  }

  @Test
  void neverShowsAPassword() {
    Target target = target("postgresql://u:secret@h:1,h2/d");

    assertEquals("postgresql://u@h:1,h2:5432/d", target.toString());
    assertFalse(target.endpoints().toString().contains("secret"));
  }

  private Target target(String url) {
    return Target.of(Optional.of(url), surroundings());
  }

  private Surroundings surroundings() {
    return new Surroundings(environment, "osuser", Path.of("/home/osuser"), new Files());
  }

  private final class Files implements Surroundings.FileAccess {
    @Override
    public Optional<String> read(Path file) {
      return Optional.ofNullable(files.get(file));
    }

    @Override
    public boolean exists(Path file) {
      return files.containsKey(file);
    }

    @Override
    public boolean isOpenToOthers(Path file) {
      return open.contains(file);
    }
  }
}
