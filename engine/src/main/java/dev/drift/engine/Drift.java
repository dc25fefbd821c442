package dev.drift.engine;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.Introspection;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Server;
import dev.drift.engine.catalog.Surroundings;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.diff.Baseline;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Environments;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Findings;
import dev.drift.engine.diff.HistoryTables;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.diff.RoleVariables;
import dev.drift.engine.lint.Lint;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.SchemaScript;
import dev.drift.engine.progress.HistoryFindings;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.progress.Status;
import dev.drift.engine.render.Comparative;
import dev.drift.engine.render.Coverage;
import dev.drift.engine.render.LintReport;
import dev.drift.engine.render.Report;
import dev.drift.engine.render.Snapshot;
import dev.drift.engine.render.SnapshotJson;
import dev.drift.engine.render.StatusReport;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.MigrationSet;
import dev.drift.engine.source.Migrations;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.SourceException;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * drift's front door: the questions it answers, each from values to values. Whatever goes wrong
 * outside comes out as a {@link DriftException}.
 */
public final class Drift {
  /** The newest major version of PostgreSQL whose rules are known. */
  public static final int NEWEST_SERVER = 18;

  private Drift() {}

  /**
   * Starts in the background what a question to a server will need, for callers that have something
   * else to do first.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("drift-prepare").start(Catalog::prepare);
  }

  /**
   * Ends what questions to servers have started, when there will be no other. A JVM that exits with
   * its client's thread in the system waits 300 ms for it.
   */
  public static void release() {
    Catalog.release();
  }

  /** {@return what the migrations intend, by the rules of this server version} */
  public static Expectation expect(MigrationSource source, int serverMajor) {
    MigrationSet set = read(source);
    List<Migration> counting = counting(source.at(), set, Optional.empty());
    Session start = Session.fresh(serverMajor, Session.SERVER_PATH).with(Roles.ASSUMED);
    return expectation(set, counting, Replay.replay(counting, start)).fittedTo(SchemaModel.empty());
  }

  /** {@return what the database holds} */
  public static Observation observe(Database database) {
    return observe(database, start -> {});
  }

  /** As above; {@code greeted} is told early in which session migrations would start there. */
  private static Observation observe(Database database, Consumer<Session> greeted) {
    return switch (database) {
      case Database.Live live ->
          observed(
              introspect(
                  live.target(),
                  server ->
                      greeted.accept(
                          Session.fresh(server.major(), server.searchPath())
                              .with(roles(server.roles())))));
      case Database.Kept kept -> observed(kept.snapshot());
      case Database.Nothing nothing ->
          new Observation(
              "",
              "",
              0,
              Session.SERVER_PATH,
              Roles.UNKNOWN,
              Replay.EMPTY_DATABASE,
              Collections.emptySortedMap(),
              List.of());
    };
  }

  /** {@return what the database lacks, or has too much, against the migrations} */
  public static Inspection inspect(MigrationSource source, Database database, IgnoreRules rules) {
    return inspect(source, database, rules, Optional.empty());
  }

  /**
   * {@return what the database lacks, or has too much, against the migrations}
   *
   * <p>All migrations are replayed while the catalogs are read; those that count once more only
   * where the history table says that some are pending.
   *
   * @param baseline a JSON report whose findings are accepted
   */
  public static Inspection inspect(
      MigrationSource source, Database database, IgnoreRules rules, Optional<Path> baseline) {
    return inspect(source, database, rules, baseline, Optional.empty());
  }

  /**
   * {@return the same, with what reading cannot tell settled by a throwaway server}
   *
   * @param scratch the server that runs the migrations, if one is to be asked
   */
  public static Inspection inspect(
      MigrationSource source,
      Database database,
      IgnoreRules rules,
      Optional<Path> baseline,
      Optional<ScratchChoice> scratch) {
    Baseline accepted = baseline.map(BaselineFile::read).orElseGet(Baseline::none);
    Look look = look(source, database);
    Progress progress = look.recording().progress();
    Optional<Status> status = progress.isKnown() ? Optional.of(look.status()) : Optional.empty();
    Observation observation = look.observation();
    Expectation expectation = expect(source, look, status);
    Optional<Settlement.Outcomes> settled =
        scratch.map(new Settling(expectation, observation, database)::with);
    expectation =
        settled
            .map(Settlement.Outcomes::expectation)
            .orElse(expectation)
            .fittedTo(observation.model());
    expectation = bound(expectation, observation);
    List<Difference> differences =
        rules.keep(
            concerning(
                HistoryTables.leaveOut(
                    HistoryTables.leaveOut(
                        Settlement.certain(
                            Comparison.compare(expectation.replayed().model(), observation.model()),
                            settled
                                .map(Settlement.Outcomes::spelledByServer)
                                .orElseGet(TreeSet::new))),
                    progress.table().orElse("")),
                observation.model()));
    return new Inspection(
        expectation,
        observation,
        progress,
        status,
        differences,
        report(
            expectation,
            look,
            status,
            differences,
            accepted,
            settled.map(Settlement.Outcomes::report)));
  }

  /**
   * {@return what the migrations alone have to say}
   *
   * @param baseline a JSON report whose advice is accepted
   */
  public static LintReport lint(
      MigrationSource source, IgnoreRules rules, Optional<Path> baseline) {
    Baseline accepted = baseline.map(BaselineFile::read).orElseGet(Baseline::none);
    Expectation expectation = expect(source, NEWEST_SERVER);
    return new LintReport(
        expectation.tool(),
        expectation.migrations().size(),
        Lint.check(expectation.migrations(), expectation.replayed()).stream()
            .filter(advice -> advice.object().filter(rules::ignores).isEmpty())
            .filter(advice -> !accepted.ids().contains(advice.id()))
            .toList(),
        expectation.problems().stream()
            .filter(problem -> problem.kind() != Problem.Kind.REJECTED)
            .toList());
  }

  /** {@return what is not the same in all of these databases} */
  public static Comparative compare(
      List<String> names, List<Database> databases, IgnoreRules rules) {
    List<Observation> observations = databases.stream().map(Drift::observe).toList();
    var named = new ArrayList<Comparative.Named>();
    for (int i = 0; i < observations.size(); i++) {
      Observation each = observations.get(i);
      named.add(
          new Comparative.Named(names.get(i), each.database(), each.server(), each.fingerprint()));
    }
    return new Comparative(
        named,
        Environments.compare(observations.stream().map(Observation::model).toList()).stream()
            .filter(row -> !rules.ignores(row.id()))
            .toList());
  }

  /** {@return how far the database is: each migration and each statement of it} */
  public static StatusReport status(MigrationSource source, Database database) {
    return Survey.of(look(source, database));
  }

  private static Look look(MigrationSource source, Database database) {
    return Look.at(
        () -> read(source),
        greeted -> observe(database, greeted),
        set -> observation -> Recording.read(set, source.history(), database, observation));
  }

  private static List<Difference> concerning(List<Difference> differences, SchemaModel actual) {
    return Bystanders.leaveOut(differences, actual);
  }

  /** Roles that psql variables stand for are known once the database is. */
  private static Expectation bound(Expectation expectation, Observation observation) {
    Replayed replayed = expectation.replayed();
    RoleVariables.Bound bound = RoleVariables.bind(replayed.model(), observation.model());
    return bound.model().equals(replayed.model()) && bound.open().isEmpty()
        ? expectation
        : expectation.leadingTo(replayed.leadingTo(bound.model(), bound.open()));
  }

  /** {@return the plan that makes the database what the migrations intend} */
  public static Plan plan(
      Inspection inspection, boolean allowDestructive, SortedMap<String, String> backfills) {
    return Repair.of(inspection, new IgnoreRules(List.of(), List.of()), allowDestructive, backfills)
        .plan();
  }

  /** {@return that plan as a script} */
  public static String repairScript(
      Inspection inspection, boolean allowDestructive, SortedMap<String, String> backfills) {
    return Repair.of(inspection, new IgnoreRules(List.of(), List.of()), allowDestructive, backfills)
        .script(List.of());
  }

  /** {@return SQL that builds the intended schema in an empty database} */
  public static String schemaScript(Expectation expectation, int serverMajor) {
    return SchemaScript.of(expectation.replayed().model(), serverMajor);
  }

  /**
   * Runs a script on a live database as psql would: statement after statement on one connection,
   * each its own transaction unless the script says otherwise. Stops at the first that fails.
   */
  public static void run(Database database, String script) {
    if (!(database instanceof Database.Live live)) {
      throw new DriftException("a script can only be run on a server, not on a snapshot");
    }
    List<String> statements =
        StatementSplitter.split(script, StatementSplitter.Client.PSQL).pieces().stream()
            .filter(Piece.Sql.class::isInstance)
            .map(piece -> text(script, (Piece.Sql) piece))
            .toList();
    try {
      Catalog.run(live.target(), statements);
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
  }

  private static String text(String script, Piece.Sql statement) {
    List<Token> tokens = statement.tokens();
    return script.substring(tokens.getFirst().offset(), tokens.getLast().end());
  }

  /** {@return the intended schema as a snapshot} */
  public static String snapshot(Expectation expectation, int serverMajor) {
    return SnapshotJson.write(
        new Snapshot("", "" + serverMajor, serverMajor, expectation.replayed().model()));
  }

  /** {@return the database's schema as a snapshot, with what migration tools have recorded} */
  public static String snapshot(Database database) {
    Observation observation = observe(database);
    return SnapshotJson.write(
        new Snapshot(
            observation.database(),
            observation.server(),
            observation.major(),
            observation.model(),
            Recording.all(database, observation)));
  }

  static Target target(Optional<String> url, Map<String, String> environment) {
    try {
      return Target.of(url, Surroundings.of(environment));
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
  }

  private static Introspection introspect(Target target, Consumer<Server> greeted) {
    try {
      return Catalog.introspect(target, IntrospectionOptions.defaults(), greeted);
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
  }

  private static MigrationSet read(MigrationSource source) {
    try {
      return Migrations.read(source.paths(), source.tool(), source.placeholders());
    } catch (SourceException e) {
      throw new DriftException(e);
    }
  }

  private static Expectation expect(MigrationSource source, Look look, Optional<Status> status) {
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
    problems.addAll(replayed.problems());
    return new Expectation(
        set.tool(),
        counting,
        set.migrations().stream()
            .filter(migration -> !counting.contains(migration))
            .map(Migration::version)
            .toList(),
        replayed,
        problems);
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

  private static Roles roles(Server.Roles roles) {
    var known = new TreeMap<String, Boolean>();
    roles.all().forEach(role -> known.put(role, roles.superusers().contains(role)));
    return new Roles(roles.owner(), roles.ownerOfPublic(), known);
  }

  private static Observation observed(Introspection found) {
    return new Observation(
        found.server().database(),
        found.server().version(),
        found.server().major(),
        found.server().searchPath(),
        roles(found.server().roles()),
        found.model(),
        found.notModelled(),
        found.unreadable());
  }

  private static Observation observed(Snapshot snapshot) {
    return new Observation(
        snapshot.database(),
        snapshot.server(),
        snapshot.major(),
        Session.SERVER_PATH,
        Roles.UNKNOWN,
        snapshot.model(),
        Collections.emptySortedMap(),
        List.of());
  }

  private static Report report(
      Expectation expectation,
      Look look,
      Optional<Status> status,
      List<Difference> differences,
      Baseline accepted,
      Optional<Report.Scratch> scratch) {
    Observation observation = look.observation();
    Recording recording = look.recording();
    var origins = new Origins(expectation.replayed().events());
    var all =
        new ArrayList<>(new Findings(origins::of, expectation.replayed().opaque()).of(differences));
    status.ifPresent(known -> all.addAll(HistoryFindings.of(known)));
    List<Finding> fresh = accepted.fresh(all);
    return new Report(
        new Report.Source(
            expectation.tool(),
            expectation.migrations().size(),
            expectation.at(),
            recording.progress().last(),
            expectation.pending()),
        new Report.Target(observation.database(), observation.server(), observation::fingerprint),
        new Coverage(
            compared(expectation.replayed().model()),
            observation.notModelled(),
            Stream.concat(observation.unreadable().stream(), recording.unreadable().stream())
                .toList(),
            expectation.problems().stream()
                .sorted(
                    Comparator.comparing(Problem::file)
                        .thenComparing(Problem::line)
                        .thenComparing(Problem::column))
                .toList()),
        fresh,
        all.size() - fresh.size(),
        scratch);
  }

  private static SortedMap<String, Integer> compared(SchemaModel model) {
    var counts = new TreeMap<String, Integer>();
    model.objects().forEach(object -> counts.merge(object.id().kind().label(), 1, Integer::sum));
    return counts;
  }
}
