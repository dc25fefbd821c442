package dev.drift.engine.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which database to connect to, and how, by libpq's rules (manual section 34.1). Nothing it prints
 * holds a password.
 *
 * @param endpoints the hosts, of which the first that answers counts; never empty
 * @param options command-line options for the session, {@code -c search_path=app}
 * @param notes what a user should know if the connection fails, such as a password file left unread
 */
public record Target(
    List<Endpoint> endpoints,
    String database,
    String user,
    Tls tls,
    Duration connectTimeout,
    String applicationName,
    Optional<String> options,
    List<String> notes) {
  public Target {
    endpoints = List.copyOf(endpoints);
    notes = List.copyOf(notes);
  }

  /**
   * One host.
   *
   * @param host its name or address, or the directory of a Unix socket, which starts with a slash
   */
  public record Endpoint(String host, int port, Optional<String> password) {

    /** {@return whether it is a Unix socket and not a network host} */
    public boolean isSocket() {
      return host.startsWith("/");
    }

    /** {@return the host and port, without the password} */
    @Override
    public String toString() {
      if (isSocket()) {
        return host + "/.s.PGSQL." + port;
      }
      return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
  }

  /**
   * How the connection is secured.
   *
   * @param rootCertificate the certificates to trust; empty for the platform's
   * @param certificate the client's own, with its {@code key}
   */
  public record Tls(
      Mode mode, Optional<Path> rootCertificate, Optional<Path> certificate, Optional<Path> key) {

    /** libpq's {@code sslmode}. */
    public enum Mode {
      DISABLE,
      ALLOW,
      PREFER,
      REQUIRE,
      VERIFY_CA,
      VERIFY_FULL;

      /** {@return the word that libpq uses} */
      public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      /** {@return the mode that libpq calls {@code text}} */
      public static Optional<Mode> of(String text) {
        return Stream.of(values()).filter(mode -> mode.text().equals(text)).findFirst();
      }
    }
  }

  /**
   * {@return the target of this process: {@code url}, else DATABASE_URL, else the PG* variables}
   *
   * @param url a URL, or {@code host=… dbname=…}
   * @throws CatalogException if they say something that cannot be
   */
  public static Target of(Optional<String> url) {
    return of(url, Surroundings.ofProcess());
  }

  /** {@return the target as {@link #of(Optional)} finds it, in other surroundings} */
  public static Target of(Optional<String> url, Surroundings surroundings) {
    return new TargetRules(surroundings).target(url);
  }

  /** {@return the same server and user, another database} */
  public Target withDatabase(String other) {
    return new Target(endpoints, other, user, tls, connectTimeout, applicationName, options, notes);
  }

  /** {@return a URL without the password} */
  @Override
  public String toString() {
    return endpoints.stream()
        .map(Endpoint::toString)
        .collect(Collectors.joining(",", "postgresql://" + user + '@', '/' + database));
  }
}
