package dev.drift.engine.property;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.Introspection;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Server;
import dev.drift.engine.catalog.Surroundings;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database and the statements that it was given, compared with their replay after each. */
final class History implements AutoCloseable {
  /**
   * What the replay must refuse, too. Which operators a type has, say, or what an expression names,
   * is the server's affair.
   */
  private static final Pattern ABOUT_NAMES =
      Pattern.compile(
          "^(?!.*(function|operator|column \\S+ does not))"
              + ".*(does not exist|already exists|depend on it|more than once)");

  private static final Introspection EMPTY = empty();

  /** What came of the last scripts: shrinking runs the start of a script again and again. */
  private static final Map<List<String>, Step> KNOWN = new Latest<>(1000);

  private final Database database = new Database();
  private final List<String> applied = new ArrayList<>();
  private SchemaModel actual = EMPTY.model();

  /**
   * What a statement did.
   *
   * @param failure where server and replay disagree
   */
  private record Step(boolean applied, SchemaModel actual, Optional<AssertionError> failure) {}

  private static Introspection empty() {
    String url = TestPostgres.createDatabase();
    try {
      return Catalog.introspect(
          Target.of(Optional.of(url), Surroundings.of(Map.of())), IntrospectionOptions.defaults());
    } finally {
      TestPostgres.drop(url);
    }
  }

  /** {@return the database's schema after the statements so far} */
  SchemaModel actual() {
    return actual;
  }

  /**
   * Runs a statement; one that is refused is left out.
   *
   * @throws AssertionError where server and replay disagree, with the script
   */
  void run(String sql) {
    Step step = KNOWN.computeIfAbsent(with(sql), script -> step(sql, script));
    step.failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    if (step.applied()) {
      applied.add(sql);
      actual = step.actual();
    }
  }

  private List<String> with(String sql) {
    return Stream.concat(applied.stream(), Stream.of(sql)).toList();
  }

  private Step step(String sql, List<String> script) {
    Optional<String> refused = database.run(applied, sql);
    SchemaModel after = refused.isPresent() ? actual : database.model();
    try {
      compare(script, refused, replay(script), after);
      return new Step(refused.isEmpty(), after, Optional.empty());
    } catch (AssertionError failure) {
      return new Step(refused.isEmpty(), after, Optional.of(failure));
    }
  }

  /** To jqwik, what is thrown by another line is another failure, to which it does not shrink. */
  private static void compare(
      List<String> script, Optional<String> refused, Replayed replayed, SchemaModel actual) {
    List<Problem> problems = replayed.problems();
    if (refused.isPresent()) {
      if (problems.isEmpty() && ABOUT_NAMES.matcher(refused.get()).find()) {
        throw new AssertionError(told(script, "only the server refuses: " + refused.get()));
      }
      return;
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(told(script, "only the replay complains: " + problems.getFirst()));
    }
    List<Difference> differences =
        Bystanders.leaveOut(Comparison.compare(replayed.model(), actual), actual);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          told(script, differences.stream().map(History::words).collect(Collectors.joining("\n"))));
    }
  }

  private static String told(List<String> script, String reason) {
    return "\n" + String.join(";\n", script) + ";\n-- " + reason.replace("\n", "\n-- ");
  }

  private static String words(Difference difference) {
    return difference.id()
        + " "
        + difference.attributes()
        + "\n  expected "
        + difference.expected()
        + "\n  actual   "
        + difference.actual();
  }

  private static Replayed replay(List<String> statements) {
    List<Statement> read = statements.stream().flatMap(History::read).toList();
    var migration = new Migration("1", "history", "history.sql", "", false, read);
    Session start = Session.fresh(EMPTY.server().major(), Session.SERVER_PATH).with(roles());
    try {
      return Replay.replay(List.of(migration), start);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(told(statements, "the replay breaks: " + e), e);
    }
  }

  /** {@return the statements of a script} */
  private static Stream<Statement> read(String sql) {
    return StatementSplitter.split(sql, Client.DRIVER).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(piece -> new Statement("history.sql", sql, ((Piece.Sql) piece).tokens()));
  }

  private static Roles roles() {
    Server.Roles server = EMPTY.server().roles();
    var known = new TreeMap<String, Boolean>();
    server.all().forEach(role -> known.put(role, server.superusers().contains(role)));
    return new Roles(server.owner(), server.ownerOfPublic(), known);
  }

  @Override
  public void close() {
    database.close();
  }

  /** The newest entries of a map. */
  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
