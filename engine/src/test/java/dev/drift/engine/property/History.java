package dev.drift.engine.property;

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
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Tokenizer;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A database and the statements that it was given, compared with their replay after each. */
final class History {
  /**
   * What the replay must refuse, too. Which operators a type has, say, or what an expression names,
   * is the server's affair.
   */
  private static final Pattern ABOUT_NAMES =
      Pattern.compile(
          "^(?!.*(function|operator|column \"[^\"]*\" does not))"
              + ".*(does not exist|already exists|depend on it|more than once)");

  private final Target target;
  private final int major;
  private final List<String> applied = new ArrayList<>();
  private final Roles roles;
  private SchemaModel actual;

  History(int major) {
    this.major = major;
    this.target = Target.of(Optional.of(TestPostgres.createDatabase()), Surroundings.of(Map.of()));
    Introspection empty = introspect();
    this.actual = empty.model();
    this.roles = roles(empty.server().roles());
  }

  private static Roles roles(Server.Roles server) {
    var known = new TreeMap<String, Boolean>();
    server.all().forEach(role -> known.put(role, server.superusers().contains(role)));
    return new Roles(server.owner(), server.ownerOfPublic(), known);
  }

  /** {@return the database's schema after the statements so far} */
  SchemaModel actual() {
    return actual;
  }

  /** {@return the statements that the server took} */
  List<String> applied() {
    return applied;
  }

  /** Runs a statement without looking at what it does; one that is refused is left out. */
  void apply(String sql) {
    if (execute(sql).isEmpty()) {
      applied.add(sql);
    }
  }

  /** Runs a statement and {@return where server and replay disagree; empty if nowhere} */
  Optional<String> run(String sql) {
    Optional<String> refused = execute(sql);
    var all = new ArrayList<>(applied);
    all.add(sql);
    Replayed replayed = replay(all);
    List<Problem> problems = replayed.problems();
    if (refused.isPresent()) {
      return problems.isEmpty() && ABOUT_NAMES.matcher(refused.get()).find()
          ? Optional.of("only the server refuses: " + refused.get())
          : Optional.empty();
    }
    applied.add(sql);
    if (!problems.isEmpty()) {
      return Optional.of(
          "only the replay complains: " + problems.get(0).kind() + " " + problems.get(0).message());
    }
    actual = introspect().model();
    List<Difference> differences = Comparison.compare(replayed.model(), actual);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(differences.stream().map(History::words).collect(Collectors.joining("\n")));
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

  private Optional<String> execute(String sql) {
    try {
      Catalog.run(target, sql);
      return Optional.empty();
    } catch (CatalogException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Introspection introspect() {
    return Catalog.introspect(target, IntrospectionOptions.defaults());
  }

  private Replayed replay(List<String> statements) {
    var read =
        statements.stream()
            .map(sql -> new Statement("history.sql", sql, Tokenizer.tokenize(sql)))
            .toList();
    var migration = new Migration("1", "history", "history.sql", "", false, read);
    return Replay.replay(List.of(migration), Session.fresh(major, Session.SERVER_PATH).with(roles));
  }
}
