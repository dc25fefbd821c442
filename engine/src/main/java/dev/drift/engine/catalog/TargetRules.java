package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.Target.Endpoint;
import dev.drift.engine.catalog.Target.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * libpq's order: what the connection string says, else the service file, else the environment, else
 * the defaults.
 */
final class TargetRules {
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("host", "PGHOST"),
          Map.entry("hostaddr", "PGHOSTADDR"),
          Map.entry("port", "PGPORT"),
          Map.entry("dbname", "PGDATABASE"),
          Map.entry("user", "PGUSER"),
          Map.entry("password", "PGPASSWORD"),
          Map.entry("passfile", "PGPASSFILE"),
          Map.entry("service", "PGSERVICE"),
          Map.entry("options", "PGOPTIONS"),
          Map.entry("application_name", "PGAPPNAME"),
          Map.entry("sslmode", "PGSSLMODE"),
          Map.entry("sslrootcert", "PGSSLROOTCERT"),
          Map.entry("sslcert", "PGSSLCERT"),
          Map.entry("sslkey", "PGSSLKEY"),
          Map.entry("sslnegotiation", "PGSSLNEGOTIATION"),
          Map.entry("target_session_attrs", "PGTARGETSESSIONATTRS"),
          Map.entry("connect_timeout", "PGCONNECT_TIMEOUT"));

  private static final List<String> SOCKET_DIRECTORIES = List.of("/var/run/postgresql", "/tmp");
  private static final int DEFAULT_TIMEOUT = 10;

  private final Surroundings surroundings;
  private final Map<String, String> parameters = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  TargetRules(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Target target(Optional<String> url) {
    url.or(() -> surroundings.variable("DATABASE_URL"))
        .map(ConnectionString::parse)
        .ifPresent(parameters::putAll);
    value("service").ifPresent(this::service);
    String user = value("user").orElse(surroundings.user());
    if (user.isEmpty()) {
      throw bad("no user is given; write it in the URL or PGUSER");
    }
    String database = value("dbname").orElse(user);
    refuseWhatIsNotSupported();
    return new Target(
        endpoints(database, user),
        database,
        user,
        tls(),
        connectTimeout(),
        value("application_name").or(() -> value("fallback_application_name")).orElse("drift"),
        value("options"),
        notes);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name))
        .or(() -> Optional.ofNullable(VARIABLES.get(name)).flatMap(surroundings::variable));
  }

  private void service(String name) {
    ServiceFile.find(name, value("servicefile"), surroundings).forEach(parameters::putIfAbsent);
  }

  private void refuseWhatIsNotSupported() {
    value("sslnegotiation")
        .filter(negotiation -> !negotiation.equals("postgres"))
        .ifPresent(
            negotiation -> {
              throw bad("sslnegotiation=" + negotiation + " is not supported; leave it out");
            });
    value("target_session_attrs")
        .filter(wanted -> !wanted.equals("any") && !wanted.startsWith("prefer"))
        .filter(wanted -> value("host").filter(host -> host.contains(",")).isPresent())
        .ifPresent(
            wanted -> {
              throw bad(
                  "target_session_attrs="
                      + wanted
                      + " with several hosts is not supported; name the one host");
            });
  }

  private List<Endpoint> endpoints(String database, String user) {
    String[] hosts = value("hostaddr").or(() -> value("host")).orElse("").split(",", -1);
    String[] ports = value("port").orElse("").split(",", -1);
    if (ports.length != 1 && ports.length != hosts.length) {
      throw bad("%d ports are given for %d hosts".formatted(ports.length, hosts.length));
    }
    var endpoints = new ArrayList<Endpoint>();
    for (int i = 0; i < hosts.length; i++) {
      int port = port(ports[ports.length == 1 ? 0 : i].strip());
      String host = hosts[i].isBlank() ? defaultHost(port) : hosts[i].strip();
      endpoints.add(new Endpoint(host, port, password(host, port, database, user)));
    }
    return endpoints;
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return 5432;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw bad("\"" + text + "\" is no port");
    }
    return Integer.parseInt(text);
  }

  /** A local server's socket where there is one, as libpq prefers it. */
  private String defaultHost(int port) {
    return SOCKET_DIRECTORIES.stream()
        .filter(directory -> surroundings.files().exists(Path.of(directory, ".s.PGSQL." + port)))
        .findFirst()
        .orElse("localhost");
  }

  private Optional<String> password(String host, int port, String database, String user) {
    Optional<String> given = value("password");
    if (given.isPresent()) {
      return given;
    }
    Path file = value("passfile").map(Path::of).orElse(surroundings.home().resolve(".pgpass"));
    if (surroundings.files().exists(file) && surroundings.files().isOpenToOthers(file)) {
      String note = file + " is not used: others may read it; chmod 600";
      if (!notes.contains(note)) {
        notes.add(note);
      }
      return Optional.empty();
    }
    String name = SOCKET_DIRECTORIES.contains(host) ? "localhost" : host;
    return surroundings
        .files()
        .read(file)
        .flatMap(text -> PasswordFile.find(text, List.of(name, "" + port, database, user)));
  }

  private Tls tls() {
    String root = value("sslrootcert").orElse("");
    boolean system = root.equals("system");
    String text = value("sslmode").orElse(system ? "verify-full" : "prefer");
    Tls.Mode mode =
        Tls.Mode.of(text)
            .orElseThrow(
                () ->
                    bad(
                        "sslmode \"%s\" is none of %s"
                            .formatted(
                                text,
                                String.join(
                                    ", ",
                                    Stream.of(Tls.Mode.values()).map(Tls.Mode::text).toList()))));
    if (system && mode != Tls.Mode.VERIFY_FULL) {
      throw bad("sslrootcert=system needs sslmode=verify-full, not " + text);
    }
    Optional<Path> rootCertificate =
        system ? Optional.empty() : file(root, "root.crt", !root.isEmpty());
    boolean verifies = mode == Tls.Mode.VERIFY_CA || mode == Tls.Mode.VERIFY_FULL;
    if (verifies && !system && rootCertificate.isEmpty()) {
      throw bad(
          "sslmode=%s needs the root certificate: give sslrootcert, a file or \"system\""
              .formatted(text));
    }
    Optional<Path> certificate =
        file(value("sslcert").orElse(""), "postgresql.crt", value("sslcert").isPresent());
    return new Tls(
        mode,
        rootCertificate,
        certificate,
        file(value("sslkey").orElse(""), "postgresql.key", value("sslkey").isPresent()));
  }

  /** A file that is named must exist; the default one is used where it does. */
  private Optional<Path> file(String named, String byDefault, boolean isNamed) {
    Path file =
        isNamed ? Path.of(named) : surroundings.home().resolve(".postgresql").resolve(byDefault);
    if (surroundings.files().exists(file)) {
      return Optional.of(file);
    }
    if (isNamed) {
      throw bad("the file " + named + " does not exist");
    }
    return Optional.empty();
  }

  /** libpq's 0, wait for ever, is the default here: nothing hangs. */
  private Duration connectTimeout() {
    String text = value("connect_timeout").orElse("0");
    if (!text.strip().matches("-?\\d{1,6}")) {
      throw bad("connect_timeout \"" + text + "\" is no number of seconds");
    }
    int seconds = Integer.parseInt(text.strip());
    return Duration.ofSeconds(seconds <= 0 ? DEFAULT_TIMEOUT : Math.max(seconds, 2));
  }

  private static CatalogException bad(String message) {
    return new CatalogException(Reason.BAD_TARGET, message);
  }
}
