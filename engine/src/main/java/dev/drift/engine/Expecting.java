package dev.drift.engine;

import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.Status;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.MigrationSet;
import dev.drift.engine.source.Migrations;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.SourceException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads migrations and replays those that count. */
final class Expecting {
  private Expecting() {}

  /** {@return what the migrations intend, by the rules of this server version} */
  static Expectation of(MigrationSource source, int serverMajor) {
    MigrationSet set = read(source);
    List<Migration> counting = counting(source.at(), set, Optional.empty());
    Session start = Session.fresh(serverMajor, Session.SERVER_PATH).with(Roles.ASSUMED);
    return expectation(set, counting, Replay.replay(counting, start)).fittedTo(SchemaModel.empty());
  }

  /** {@return the same as if the migrations ran now, on a server in UTC} */
  static Expectation now(MigrationSource source, int serverMajor) {
    MigrationSet set = read(source);
    List<Migration> counting = counting(source.at(), set, Optional.empty());
    Session start =
        Session.fresh(serverMajor, Session.SERVER_PATH)
            .with(Roles.ASSUMED)
            .with(Now.at(source.clock().instant(), ZoneOffset.UTC));
    return expectation(set, counting, Replay.replay(counting, start)).fittedTo(SchemaModel.empty());
  }

  /** {@return the migrations of {@code source}} */
  static MigrationSet read(MigrationSource source) {
    try {
      return Migrations.read(source.paths(), source.tool(), source.placeholders());
    } catch (SourceException e) {
      throw new DriftException(e);
    }
  }

  /** {@return what those migrations intend that count for the database looked at} */
  static Expectation of(MigrationSource source, Look look, Optional<Status> status) {
    List<Migration> counting = counting(source.at(), look.set(), status);
    Replayed replayed =
        counting.size() == look.set().migrations().size()
            ? look.replayed()
            : Replay.replay(counting, look.start());
    return expectation(look.set(), counting, replayed);
  }

  private static Expectation expectation(
      MigrationSet set, List<Migration> counting, Replayed replayed) {
    var problems = new ArrayList<>(set.problems());
    replayed.problems().stream().filter(p -> !isSaid(p, set.problems())).forEach(problems::add);
    Set<Migration> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    counted.addAll(counting);
    return new Expectation(
        set.tool(),
        counting,
        set.migrations().stream()
            .filter(migration -> !counted.contains(migration))
            .map(Migration::version)
            .toList(),
        replayed,
        problems);
  }

  /** What could not be read is said once, by who knows best. */
  private static boolean isSaid(Problem problem, List<Problem> already) {
    return problem.kind() == Problem.Kind.UNPARSED
        && already.stream()
            .anyMatch(
                a ->
                    a.file().equals(problem.file())
                        && a.line() == problem.line()
                        && a.column() == problem.column());
  }

  private static List<Migration> counting(String at, MigrationSet set, Optional<Status> status) {
    List<Migration> all = set.migrations();
    if (at.equals(MigrationSource.LATEST)) {
      return all;
    }
    if (at.equals(MigrationSource.APPLIED)) {
      return status.map(Status::counting).orElse(all);
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Migration migration = all.get(i);
      if (List.of(migration.version(), migration.recorded(), migration.file()).contains(at)) {
        return all.subList(0, i + 1);
      }
    }
    throw new DriftException(
        "--at %s: there is no migration of that version; the last one is %s"
            .formatted(
                at,
                all.stream()
                    .reduce((first, second) -> second)
                    .map(Migration::version)
                    .orElse("none")));
  }
}
