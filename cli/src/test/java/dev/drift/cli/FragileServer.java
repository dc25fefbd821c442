package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.scratch.ScratchServer;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.testing.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of its own: some of what is done to it would take other tests down with it. */
final class FragileServer implements AutoCloseable {
  private final ScratchServer scratch;
  private final Target maintenance;
  private int databases;
  private boolean restarted;
  private String data = "";
  private String programs = "";

  /** An incident, its script, what made its database, and the schema that the script arrives at. */
  record Patient(IncidentFolder incident, String template, String script, SchemaModel goal) {
    @Override
    public String toString() {
      return incident.toString();
    }
  }

  private FragileServer(ScratchServer scratch) {
    this.scratch = scratch;
    this.maintenance = Target.of(Optional.of(unhurried(scratch.url())));
  }

  /** A machine that is busy with other tests may let a server that recovers wait for long. */
  private static String unhurried(String url) {
    return url + "&connect_timeout=120";
  }

  static FragileServer start() {
    return new FragileServer(ScratchServer.start());
  }

  @Override
  public void close() {
    if (restarted) {
      control("stop");
    }
    scratch.close();
  }

  /** What a failing machine does to the server: it ends at once, and recovers when it starts. */
  void restart() {
    if (!restarted) {
      try (SqlSession session = SqlSession.open(maintenance)) {
        data = session.values("SELECT current_setting('data_directory') AS value").getFirst();
        programs =
            session
                .values("SELECT setting AS value FROM pg_config WHERE name = 'BINDIR'")
                .getFirst();
      }
    }
    control("restart");
    restarted = true;
  }

  private void control(String what) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(List.of(programs + "/pg_ctl", "-D", data, "-m", "immediate", "-w"));
    command.addAll(List.of("-l", data + "/restarted.log", what));
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assertEquals(0, code, () -> String.join(" ", command));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One process that dies of a signal makes the server take all others down and recover. */
  static void crash(SqlSession session) {
    String pid = session.values("SELECT pg_backend_pid()::text AS value").getFirst();
    try {
      new ProcessBuilder("kill", "-9", pid).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void terminate(Target database) {
    try (SqlSession session = SqlSession.open(maintenance)) {
      session.values(
          "SELECT pg_terminate_backend(pid)::text AS value FROM pg_stat_activity WHERE datname = '"
              + database.database()
              + "'");
    }
  }

  /** A server process notices only at its next word that nobody listens any more. */
  void awaitSilence(Target database) {
    for (int attempt = 0; attempt < 600; attempt++) {
      try (SqlSession session = SqlSession.open(maintenance)) {
        List<String> others =
            session.values(
                "SELECT pid::text AS value FROM pg_stat_activity WHERE datname = '"
                    + database.database()
                    + "'");
        if (others.isEmpty()) {
          return;
        }
      } catch (CatalogException recovering) {
        // The server is not up again yet.
      }
      pause();
    }
    throw new IllegalStateException("sessions that do not end on " + database);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Patient patient(IncidentFolder incident) {
    String template = unhurried(scratch.createDatabase());
    Script.run(template, incident.broken());
    incident.byHand().ifPresent(sql -> Script.run(template, sql));
    List<String> words = new ArrayList<>(List.of("repair", "--url", template));
    words.addAll(incident.options());
    words.addAll(incident.repairOptions());
    DriftRun repair = DriftRun.of(words.toArray(String[]::new));
    assertEquals(ExitCode.CLEAN, repair.code(), repair.err());
    String name = Target.of(Optional.of(template)).database();
    Target healthy = copy(name);
    Catalog.run(healthy, statements(repair.out()));
    return new Patient(incident, name, repair.out(), schema(healthy));
  }

  Target copy(Patient patient) {
    return copy(patient.template());
  }

  private Target copy(String template) {
    String name = "copy_" + ++databases;
    awaitSilence(maintenance.withDatabase(template));
    Catalog.run(maintenance, "CREATE DATABASE " + name + " TEMPLATE " + template);
    return maintenance.withDatabase(name);
  }

  String url(Target database) {
    return unhurried(scratch.url()).replaceFirst("/postgres\\?", "/" + database.database() + "?");
  }

  static SchemaModel schema(Target database) {
    return Catalog.introspect(database, IntrospectionOptions.defaults()).model();
  }

  static List<String> statements(String script) {
    return StatementSplitter.split(script, StatementSplitter.Client.PSQL).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(piece -> ((Piece.Sql) piece).tokens())
        .map(tokens -> script.substring(tokens.getFirst().offset(), tokens.getLast().end()))
        .toList();
  }
}
