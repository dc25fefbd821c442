package dev.drift.engine.progress.stops;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.HistoryChoice;
import dev.drift.engine.catalog.Introspection;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Server;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.progress.Status;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.testing.TestPostgres;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One project's migrations run one after another, with stops on the way. */
final class Journey {
  private final Project project;
  private final ToolRecord record;
  private final String url = TestPostgres.createDatabase();
  private final Target target = Target.of(Optional.of(url));
  private final Set<Integer> stops;
  private final Figures figures = new Figures();
  private final Replayed replayed;
  private int done;

  Journey(Project project, Stops stops) {
    this.project = project;
    this.record = ToolRecord.of(project.tool()).orElseThrow();
    project.prelude().ifPresent(this::prepare);
    Introspection empty = introspect();
    this.replayed =
        Replay.replay(
            project.migrations(),
            Session.fresh(empty.server().major(), empty.server().searchPath())
                .with(roles(empty.server().roles())));
    this.stops = stops.in(project.migrations());
  }

  private static Roles roles(Server.Roles roles) {
    var known = new TreeMap<String, Boolean>();
    roles.all().forEach(role -> known.put(role, roles.superusers().contains(role)));
    return new Roles(roles.owner(), roles.ownerOfPublic(), known);
  }

  Figures run() {
    try {
      travel();
      return figures;
    } finally {
      TestPostgres.drop(url);
    }
  }

  private void travel() {
    TestPostgres.execute(
        url, record.create().replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"));
    for (List<Migration> session : sessions()) {
      TestPostgres.connected(
          url,
          connection -> {
            session.forEach(migration -> step(connection, migration));
            return url;
          });
    }
  }

  /** {@return the migrations by the session they run in} */
  private List<List<Migration>> sessions() {
    var sessions = new ArrayList<List<Migration>>();
    boolean fresh = true;
    for (Migration migration : project.own()) {
      if (fresh || migration.freshSession()) {
        sessions.add(new ArrayList<>());
      }
      sessions.getLast().add(migration);
      fresh = false;
    }
    return sessions;
  }

  /** What psql makes of the prelude, whose statements count as run. */
  private void prepare(Path prelude) {
    try {
      Process psql =
          new ProcessBuilder(
                  "psql",
                  "-X",
                  "-q",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-v",
                  "db=" + database(),
                  "-f",
                  prelude.toString(),
                  url)
              .redirectErrorStream(true)
              .start();
      String says = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (psql.waitFor() != 0) {
        throw new IllegalStateException(prelude + ": " + says);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done = project.migrations().get(0).statements().size();
  }

  private void step(PgConnection connection, Migration migration) {
    run(connection, migration);
    if (!migration.recorded().isEmpty() || !migration.checksum().isEmpty()) {
      TestPostgres.execute(url, record.insert(migration));
    }
    if (stops.contains(done)) {
      look();
    }
  }

  private void run(PgConnection connection, Migration migration) {
    boolean whole =
        migration.statements().stream()
            .map(each -> each.text().toLowerCase(Locale.ROOT))
            .anyMatch(
                text ->
                    text.startsWith("set local")
                        || text.startsWith("begin")
                        || text.startsWith("start ")
                        || text.contains("on commit"));
    boolean transactional =
        migration.transactional()
            && migration.statements().stream()
                .noneMatch(each -> each.text().toLowerCase(Locale.ROOT).contains("concurrently"));
    if (transactional) {
      send(connection, "BEGIN");
    }
    int last = done + migration.statements().size();
    for (Statement statement : migration.statements()) {
      try {
        send(connection, statement.text());
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            "%s:%d %s".formatted(statement.file(), statement.line(), e.getMessage()), e);
      }
      done++;
      if (!whole && done < last && stops.contains(done)) {
        if (transactional) {
          send(connection, "COMMIT");
        }
        look();
        if (transactional) {
          send(connection, "BEGIN");
        }
      }
    }
    if (transactional) {
      send(connection, "COMMIT");
    }
  }

  private String database() {
    return url.replaceFirst(".*/", "").replaceFirst("[?].*", "");
  }

  private static void send(PgConnection connection, String sql) {
    connection.query(sql).execute().await();
  }

  private Introspection introspect() {
    return Catalog.introspect(target, IntrospectionOptions.defaults());
  }

  private void look() {
    SchemaModel actual = introspect().model();
    Optional<History> history =
        Catalog.histories(target, project.tool(), HistoryChoice.FOUND, actual).stream().findFirst();
    figures.add(
        new Stop(project, replayed, done)
            .judge(Status.of(Progress.of(project.migrations(), history), replayed, actual)));
  }
}
