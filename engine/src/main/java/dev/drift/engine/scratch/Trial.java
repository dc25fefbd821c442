package dev.drift.engine.scratch;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.diff.Fingerprint;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** A plan that is run twice on a throwaway database, as its script would run. */
final class Trial {
  /** Types, functions, tables and files that an extension would have brought (appendix A). */
  private static final Set<String> FOR_WANT_OF_AN_EXTENSION =
      Set.of("42704", "42883", "42P01", "42703", "3F000", "0A000", "58P01", "55000");

  private final ScratchSession session;
  private final Plan plan;
  private final SortedSet<String> lacking;
  private final SortedSet<Integer> untried = new TreeSet<>();
  private final List<String> gaps = new ArrayList<>();

  /**
   * @param lacking the extensions that the server does not have
   */
  Trial(ScratchSession session, Plan plan, SortedSet<String> lacking) {
    this.session = session;
    this.plan = plan;
    this.lacking = lacking;
  }

  /**
   * Runs the plan, looks what is left to do, and runs it again. {@return why it does not prove
   * itself; empty if it does}
   *
   * @param model reads the database
   * @param remaining what is left to do, in words, in a schema that was arrived at
   */
  Optional<String> fails(
      Supplier<SchemaModel> model, Function<SchemaModel, Optional<String>> remaining) {
    Optional<String> failure = run();
    if (failure.isPresent()) {
      return failure;
    }
    SchemaModel arrived = model.get();
    Optional<String> left = remaining.apply(arrived);
    if (left.isPresent()) {
      return Optional.of("it does not arrive: " + left.get());
    }
    failure = run();
    if (failure.isPresent()) {
      return failure.map(reason -> "a second run fails: " + reason);
    }
    return Fingerprint.of(arrived).equals(Fingerprint.of(model.get()))
        ? Optional.empty()
        : Optional.of("a second run changes the schema again");
  }

  /** {@return the places of the steps that were left out for want of an extension} */
  SortedSet<Integer> untried() {
    return untried;
  }

  /** {@return what the trial took for granted, a sentence each} */
  List<String> gaps() {
    return gaps;
  }

  private Optional<String> run() {
    for (Step step : plan.steps()) {
      for (String role : session.makeAsked(step.sql())) {
        gaps.add("It is taken for granted that there is a role %s.".formatted(role));
      }
    }
    SessionSettings.set(SessionSettings.LOCK_TIMEOUT).forEach(session::run);
    for (Batch batch : plan.batches()) {
      for (Optional<Setback> setback = run(batch); setback.isPresent(); setback = run(batch)) {
        Step step = setback.get().step();
        CatalogException failure = setback.get().failure();
        Optional<String> role = session.makeRole(failure);
        if (role.isPresent()) {
          gaps.add("It is taken for granted that there is a role %s.".formatted(role.get()));
        } else if (!lacking.isEmpty() && isForWantOfAnExtension(failure)) {
          untried.add(step.place());
        } else {
          return Optional.of(
              "step %d (%s) fails: %s".formatted(step.place(), step.what(), failure.said()));
        }
      }
    }
    return Optional.empty();
  }

  private record Setback(Step step, CatalogException failure) {}

  private Optional<Setback> run(Batch batch) {
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
}
