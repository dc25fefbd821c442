package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import io.vertx.pgclient.PgException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** What the client and the server throw, to one line for people. */
final class Failures {
  private static final String IS_IT_RUNNING =
      "; check that PostgreSQL runs there and that host and port are right";

  private Failures() {}

  /** {@return why no connection came about} */
  static CatalogException whileConnecting(
      Target target, Target.Endpoint endpoint, Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      switch (e) {
        case PgException refusal -> {
          return refused(target, endpoint, refusal);
        }
        case UnknownHostException unknown -> {
          return new CatalogException(
              Reason.UNKNOWN_HOST,
              "unknown host \"%s\"; check the host's name in the URL or PGHOST"
                  .formatted(endpoint.host()),
              failure);
        }
        case TimeoutException timeout -> {
          return new CatalogException(
              Reason.TIMEOUT,
              "no answer from %s within %s%s"
                  .formatted(endpoint, seconds(target.connectTimeout()), IS_IT_RUNNING),
              failure);
        }
        case SSLException tls -> {
          return tls(target, endpoint, cause(tls), failure);
        }
        default -> {}
      }
    }
    return byMessage(target, endpoint, failure);
  }

  /** What the client tells in words only. */
  private static CatalogException byMessage(
      Target target, Target.Endpoint endpoint, Throwable failure) {
    String message = "" + failure.getMessage();
    if (message.contains("does not handle SSL")) {
      return tls(target, endpoint, "the server does not speak it", failure);
    }
    if (message.contains("SSL handshake failed")) {
      boolean named = target.tls().mode() == Target.Tls.Mode.VERIFY_FULL;
      String why =
          "the server's certificate is not trusted" + (named ? ", or is not this host's" : "");
      return tls(target, endpoint, why, failure);
    }
    if (message.contains("Invalid SSL connection message")) {
      return new CatalogException(
          Reason.NOT_POSTGRESQL,
          "what answers at %s is not PostgreSQL; check host and port".formatted(endpoint),
          failure);
    }
    if (endpoint.password().isEmpty() && message.toLowerCase(Locale.ROOT).contains("password")) {
      return noPassword(target, endpoint);
    }
    return new CatalogException(
        Reason.UNREACHABLE,
        "cannot reach %s: %s%s".formatted(endpoint, cause(failure), IS_IT_RUNNING),
        failure);
  }

  private static CatalogException tls(
      Target target, Target.Endpoint endpoint, String why, Throwable failure) {
    return new CatalogException(
        Reason.TLS,
        "TLS with %s failed: %s; check sslmode (it is %s) and sslrootcert"
            .formatted(endpoint, why, target.tls().mode().text()),
        failure);
  }

  private static CatalogException refused(
      Target target, Target.Endpoint endpoint, PgException refusal) {
    String said = oneLine(refusal.getErrorMessage());
    return switch (refusal.getSqlState()) {
      case "28P01", "28000" ->
          endpoint.password().isEmpty()
              ? noPassword(target, endpoint)
              : new CatalogException(
                  Reason.REFUSED,
                  "%s refuses user \"%s\": %s; check the user and the password in the URL, PGPASSWORD or ~/.pgpass"
                      .formatted(endpoint, target.user(), said),
                  refusal);
      case "3D000" ->
          new CatalogException(
              Reason.UNKNOWN_DATABASE,
              "%s has no database \"%s\"; check the database in the URL or PGDATABASE"
                  .formatted(endpoint, target.database()),
              refusal);
      case "42501" ->
          new CatalogException(
              Reason.PERMISSION_DENIED,
              "user \"%s\" may not connect to database \"%s\" of %s: %s; GRANT CONNECT is enough"
                  .formatted(target.user(), target.database(), endpoint, said),
              refusal);
      default ->
          new CatalogException(
              Reason.UNREACHABLE, "%s takes no connection: %s".formatted(endpoint, said), refusal);
    };
  }

  private static CatalogException noPassword(Target target, Target.Endpoint endpoint) {
    String notes = target.notes().isEmpty() ? "" : " (" + String.join("; ", target.notes()) + ')';
    return new CatalogException(
        Reason.REFUSED,
        "%s refuses user \"%s\" without a password; give it in the URL, PGPASSWORD or ~/.pgpass%s"
            .formatted(endpoint, target.user(), notes));
  }

  /** {@return whether another of several hosts may answer better} */
  static boolean maySucceedElsewhere(CatalogException failure) {
    return Set.of(Reason.UNREACHABLE, Reason.UNKNOWN_HOST, Reason.TIMEOUT)
        .contains(failure.reason());
  }

  /** {@return whether trying with, or without, TLS may help} */
  static boolean mayBeForTls(CatalogException failure) {
    return failure.reason() == Reason.TLS || failure.reason() == Reason.REFUSED;
  }

  /** {@return the one failure, or one that tells all of them} */
  static CatalogException ofAll(List<CatalogException> failures) {
    CatalogException last = failures.getLast();
    return failures.size() == 1
        ? last
        : new CatalogException(
            last.reason(),
            failures.stream()
                .map(CatalogException::getMessage)
                .collect(Collectors.joining("; ", "no host answers: ", "")),
            last);
  }

  /** {@return the failure of an answer; errors of statements are thrown on as they are} */
  static RuntimeException whileReading(ServerConnection connection, Throwable failure) {
    if (failure instanceof PgException refusal && !isFatal(refusal)) {
      return refusal;
    }
    String said =
        failure instanceof PgException refusal ? refusal.getErrorMessage() : cause(failure);
    return new CatalogException(
        Reason.DROPPED,
        "the connection to %s ended in the middle: %s; try again"
            .formatted(connection.endpoint(), oneLine(said)),
        failure);
  }

  private static boolean isFatal(PgException refusal) {
    return !"ERROR".equals(refusal.getSeverity()) || refusal.getSqlState().startsWith("57P");
  }

  /** {@return the failure of a connection that went silent} */
  static CatalogException noAnswer(ServerConnection connection, Duration timeout) {
    return new CatalogException(
        Reason.TIMEOUT,
        "no answer from %s within %s".formatted(connection.endpoint(), seconds(timeout)));
  }

  /** {@return an error of the server for a statement of ours or the user's} */
  static CatalogException statement(String what, PgException error, Reason reason) {
    return new CatalogException(reason, what + ": " + oneLine(error.getErrorMessage()), error);
  }

  private static String seconds(Duration timeout) {
    return timeout.toSeconds() + " s";
  }

  private static String cause(Throwable e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : oneLine(message).replaceFirst(": [^ ]*/[^ ]*:\\d+$", "");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
