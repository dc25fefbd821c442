package dev.drift.engine;

import dev.drift.engine.apply.Limits;
import dev.drift.engine.apply.Order;
import dev.drift.engine.apply.Run;
import dev.drift.engine.apply.RunException;
import dev.drift.engine.apply.RunJournal;
import dev.drift.engine.apply.Watcher;
import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Fingerprint;
import dev.drift.engine.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A repair that is run on the database itself.
 *
 * @param database the live database
 * @param journal the file that keeps what is done
 */
public record Application(Database database, Path journal, Limits limits, Watcher watcher) {

  /**
   * Runs a plan from its first step.
   *
   * @param inspection what the plan was made for
   * @throws DriftException if an earlier run has not ended, the schema is not the plan's any more,
   *     or a step fails
   */
  public void begin(Inspection inspection, Plan plan) {
    guarded(
        () -> {
          Target target = target();
          refuseUnended();
          var order =
              Order.of(
                  target.toString(),
                  inspection.observation().model(),
                  inspection.expectation().replayed().model(),
                  plan,
                  inspection.differences());
          try (Run run = Run.open(target, limits, watcher)) {
            if (!fingerprint(target).equals(order.from())) {
              throw new DriftException(
                  "the schema has changed since the plan was made: run drift repair again");
            }
            run.go(order, RunJournal.begin(journal, order, this::now));
          }
        });
  }

  /**
   * Goes on with the last run in the journal.
   *
   * @param inspection the database as it is now
   * @throws DriftException if there is none, or the migrations or the schema are not the same
   */
  public void resume(Inspection inspection) {
    guarded(
        () -> {
          Target target = target();
          RunJournal.Earlier earlier = earlier(target);
          refuseStale(earlier.order(), inspection);
          try (Run run = Run.open(target, limits, watcher)) {
            run.go(earlier.order(), earlier.journal());
          }
        });
  }

  /** {@return how many steps are left of the last run in the journal} */
  public int remaining() {
    int[] remaining = {0};
    guarded(
        () -> {
          RunJournal.Earlier earlier = earlier(target());
          remaining[0] = earlier.order().size() - earlier.journal().size();
        });
    return remaining[0];
  }

  private RunJournal.Earlier earlier(Target target) {
    RunJournal.Earlier earlier =
        RunJournal.last(journal, this::now)
            .filter(last -> !last.ended())
            .orElseThrow(
                () ->
                    new DriftException(
                        "%s holds no run that was cut off: leave --resume out".formatted(journal)));
    if (!earlier.order().database().equals(target.toString())) {
      throw new DriftException(
          "%s is of a run on %s, not on %s: name another --journal"
              .formatted(journal, earlier.order().database(), target));
    }
    return earlier;
  }

  private void refuseUnended() {
    if (RunJournal.last(journal, this::now).filter(last -> !last.ended()).isPresent()) {
      throw new DriftException(
          "%s is of a run that has not ended: go on with --resume, or name another --journal"
              .formatted(journal));
    }
  }

  private static void refuseStale(Order order, Inspection inspection) {
    if (!Fingerprint.of(inspection.expectation().replayed().model()).equals(order.to())) {
      throw new DriftException(
          "the migrations intend another schema than when the run began: delete its journal and"
              + " run drift repair --apply again");
    }
    List<String> foreign = order.foreign(inspection.differences());
    if (!foreign.isEmpty()) {
      throw new DriftException(
          "the schema was changed since the run was cut off (%s): delete its journal and run"
                  .formatted(foreign.getFirst())
              + " drift repair --apply again");
    }
  }

  private Target target() {
    if (database instanceof Database.Live live) {
      return live.target();
    }
    throw new DriftException("--apply needs a server, not a snapshot");
  }

  private static String fingerprint(Target target) {
    return Fingerprint.of(Catalog.introspect(target, IntrospectionOptions.defaults()).model());
  }

  private Instant now() {
    return Clock.systemUTC().instant();
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (CatalogException | RunException e) {
      throw new DriftException(e);
    }
  }
}
