package dev.drift.engine.scratch;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Fingerprint;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Batch;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.SessionSettings;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tries a plan on a throwaway server: the live schema is made anew there, without its data, the
 * plan's steps are run, the outcome is compared, they are run again, and it is compared again.
 */
public final class Prover {
  /** Types, functions, tables and files that an extension would have brought (appendix A). */
  private static final Set<String> FOR_WANT_OF_AN_EXTENSION =
      Set.of("42704", "42883", "42P01", "42703", "3F000", "0A000", "58P01", "55000");

  private final ScratchHost host;
  private final Claim claim;
  private final List<String> gaps = new ArrayList<>();
  private final Set<Integer> untried = new TreeSet<>();
  private Plan plan;

  private Prover(ScratchHost host, Claim claim) {
    this.host = host;
    this.claim = claim;
    this.plan = claim.plan();
  }

  /** {@return what became of the plan} */
  public static Proof prove(ScratchHost host, Claim claim) {
    return new Prover(host, claim).prove();
  }

  private Proof prove() {
    Target database = host.create(claim.searchPath());
    try (ScratchSession session = new ScratchSession(host, database)) {
      Rebuild rebuild = Rebuild.of(claim.actual(), host.major(), session);
      SchemaModel rebuilt = model(database);
      Optional<String> unlike = unlike(rebuilt, rebuild);
      if (unlike.isPresent()) {
        return failed("the live schema could not be made anew there: " + unlike.get());
      }
      SortedSet<String> lacking = lacking(rebuild, session);
      plan = counterpart(rebuilt, !lacking.isEmpty());
      Optional<String> astray = astray();
      if (astray.isPresent() && lacking.isEmpty()) {
        return failed("for the schema made anew there the plan is another one: " + astray.get());
      }
      Optional<Proof> failure = run(session, lacking);
      if (failure.isPresent()) {
        return failure.get();
      }
      SchemaModel arrived = model(database);
      Optional<String> remaining = remaining(arrived, rebuild);
      if (remaining.isPresent()) {
        return failed("it does not arrive: " + remaining.get());
      }
      failure = run(session, lacking);
      if (failure.isPresent()) {
        return failed("a second run fails: " + ((Proof.Failed) failure.get()).reason());
      }
      if (!Fingerprint.of(arrived).equals(Fingerprint.of(model(database)))) {
        return failed("a second run changes the schema again");
      }
      return held(lacking);
    }
  }

  /**
   * The same plan for the schema as the throwaway server spells it: an expression that is read and
   * written again need not be written the same, and guards look for the old text.
   */
  private Plan counterpart(SchemaModel rebuilt, boolean inParts) {
    Plan there = claim.next().apply(rebuilt);
    return inParts
        ? new Plan(
            there.steps().stream()
                .filter(step -> claim.plan().steps().stream().anyMatch(isLike(step)))
                .toList(),
            there.refusals())
        : there;
  }

  private Optional<String> astray() {
    List<String> here = claim.plan().steps().stream().map(Step::what).toList();
    List<String> there = plan.steps().stream().map(Step::what).toList();
    if (here.equals(there)) {
      return Optional.empty();
    }
    var surplus = new ArrayList<>(there);
    here.forEach(surplus::remove);
    var lacking = new ArrayList<>(here);
    there.forEach(lacking::remove);
    return Optional.of(
        !surplus.isEmpty()
            ? "it would also " + surplus.getFirst()
            : !lacking.isEmpty() ? "it would not " + lacking.getFirst() : "the order differs");
  }

  private Proof held(SortedSet<String> lacking) {
    int steps = claim.plan().steps().size();
    int run = plan.steps().size();
    if (host.major() != claim.major()) {
      gaps.addFirst(
          "The database runs PostgreSQL %d, whose programs are not here.".formatted(claim.major()));
    }
    if (!lacking.isEmpty()) {
      gaps.add(
          "Not covered, because the server has no extension %s: what uses it%s."
              .formatted(
                  String.join(", ", lacking),
                  untried.isEmpty()
                      ? ""
                      : "; steps "
                          + String.join(", ", untried.stream().map(i -> "" + i).toList())));
    }
    return new Proof.Held(host.version(), run - untried.size(), steps, gaps);
  }

  private Proof failed(String reason) {
    String versions =
        host.major() == claim.major()
            ? ""
            : " (the database itself runs PostgreSQL %d)".formatted(claim.major());
    return new Proof.Failed(host.version(), reason + versions);
  }

  /** Where something was refused for want of an extension, what is missing is no surprise. */
  private Optional<String> unlike(SchemaModel rebuilt, Rebuild rebuild) {
    if (rebuild.lacking().isEmpty() && !rebuild.refused().isEmpty()) {
      ObjectId first = rebuild.refused().firstKey();
      return Optional.of(first + ": " + rebuild.refused().get(first));
    }
    return Comparison.compare(claim.actual(), rebuilt).stream()
        .filter(difference -> isCertain(difference))
        .filter(difference -> rebuild.lacking().isEmpty() || !difference.isMissing())
        .map(Prover::words)
        .findFirst();
  }

  private SortedSet<String> lacking(Rebuild rebuild, ScratchSession session) {
    var lacking = new TreeSet<>(rebuild.lacking());
    SortedSet<String> available = session.extensions();
    claim.plan().steps().stream()
        .map(Step::subject)
        .filter(id -> id.kind() == Kind.EXTENSION)
        .map(ObjectId::name)
        .filter(name -> !available.contains(name))
        .forEach(lacking::add);
    return lacking;
  }

  /** {@return the failure; empty if every step was run, or left out for want of an extension} */
  private Optional<Proof> run(ScratchSession session, SortedSet<String> lacking) {
    SessionSettings.set(SessionSettings.LOCK_TIMEOUT).forEach(session::run);
    for (Batch batch : plan.batches()) {
      for (Optional<Setback> setback = run(session, batch);
          setback.isPresent();
          setback = run(session, batch)) {
        Step step = setback.get().step();
        CatalogException failure = setback.get().failure();
        Optional<String> role = session.makeRole(failure);
        if (role.isPresent()) {
          gaps.add("It is taken for granted that there is a role %s.".formatted(role.get()));
        } else if (!lacking.isEmpty() && isForWantOfAnExtension(failure)) {
          untried.add(step.place());
        } else {
          return Optional.of(
              failed(
                  "step %d (%s) fails: %s".formatted(step.place(), step.what(), failure.said())));
        }
      }
    }
    return Optional.empty();
  }

  private record Setback(Step step, CatalogException failure) {}

  private Optional<Setback> run(ScratchSession session, Batch batch) {
    if (batch.transactional()) {
      session.run("BEGIN");
    }
    for (Step step : batch.steps()) {
      if (untried.contains(step.place())) {
        continue;
      }
      for (String statement : step.statements()) {
        Optional<CatalogException> failure = session.tryOnce(statement);
        if (failure.isPresent()) {
          if (batch.transactional()) {
            session.run("ROLLBACK");
          }
          return Optional.of(new Setback(step, failure.get()));
        }
      }
    }
    if (batch.transactional()) {
      session.run("COMMIT");
    }
    return Optional.empty();
  }

  private static boolean isForWantOfAnExtension(CatalogException failure) {
    return failure.sqlState().filter(FOR_WANT_OF_AN_EXTENSION::contains).isPresent();
  }

  /** {@return what is still to be done; what was not tried, or could not be there, aside} */
  private Optional<String> remaining(SchemaModel arrived, Rebuild rebuild) {
    Set<ObjectId> excused = new TreeSet<>(rebuild.refused().keySet());
    plan.steps().stream()
        .filter(step -> untried.contains(step.place()))
        .map(Step::subject)
        .forEach(excused::add);
    Plan rest = claim.next().apply(arrived);
    boolean lenient = !rebuild.lacking().isEmpty() || !untried.isEmpty();
    return rest.steps().stream()
        .filter(step -> !lenient || !excused.contains(step.subject()))
        .filter(step -> !lenient || claim.plan().steps().stream().anyMatch(isLike(step)))
        .map(Step::what)
        .findFirst()
        .map(what -> "still to do would be: " + what);
  }

  private static Predicate<Step> isLike(Step other) {
    return step -> step.subject().equals(other.subject());
  }

  private static boolean isCertain(Difference difference) {
    return difference.isMissing()
        || difference.isUnexpected() && !isOfExtension(difference)
        || difference.attributes().keySet().stream().anyMatch(difference::differsIn);
  }

  private static boolean isOfExtension(Difference difference) {
    return difference.actual().orElseThrow() instanceof Extension;
  }

  private static String words(Difference difference) {
    return difference.isMissing()
        ? difference.id() + " is missing"
        : difference.isUnexpected()
            ? difference.id() + " is too much"
            : difference.id()
                + " differs in "
                + String.join(", ", difference.attributes().keySet());
  }

  private static SchemaModel model(Target database) {
    return Catalog.introspect(database, IntrospectionOptions.defaults()).model();
  }
}
