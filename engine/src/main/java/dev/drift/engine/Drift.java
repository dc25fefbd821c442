package dev.drift.engine;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.Surroundings;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Baseline;
import dev.drift.engine.diff.Environments;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.lint.Lint;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.SchemaScript;
import dev.drift.engine.render.Comparative;
import dev.drift.engine.render.LintReport;
import dev.drift.engine.render.Snapshot;
import dev.drift.engine.render.SnapshotJson;
import dev.drift.engine.render.StatusReport;
import dev.drift.engine.source.Problem;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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
    return Expecting.of(source, serverMajor);
  }

  /**
   * {@return what the migrations would make of an empty database now}: tables that are named by the
   * clock have today's names
   */
  public static Expectation expectNow(MigrationSource source, int serverMajor) {
    return Expecting.now(source, serverMajor);
  }

  /** {@return what the database holds} */
  public static Observation observe(Database database) {
    return Observing.of(database, start -> {});
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
    return Inspecting.of(look, source, database, rules, accepted, scratch);
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
        () -> Expecting.read(source),
        greeted -> Observing.of(database, greeted),
        set -> observation -> Recording.read(set, source.history(), database, observation));
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
        .text()
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
}
