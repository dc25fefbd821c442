package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.RowReader;
import dev.drift.engine.ddl.ReferenceRows;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.RowClaims;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows that migrations insert, and which of them are there. The actual model gets those that
 * are: one that is there is as intended, whatever else stands in it, since it may be in use.
 */
record ReferenceData(Expectation expectation, Observation observation) {

  /** {@return both with the rows added} */
  static ReferenceData of(
      Expectation expectation, Session start, Observation observation, Database database) {
    if (!(database instanceof Database.Live live)) {
      throw new DriftException("--data needs a server: a snapshot holds no rows");
    }
    List<RowClaims.Claim> claims = ReferenceRows.of(expectation.migrations(), start);
    SchemaModel actual = observation.model();
    Replayed replayed = expectation.replayed();
    RowReader.Found found;
    try {
      found =
          RowReader.find(
              live.target(),
              claims.stream().map(RowClaims.Claim::row).toList(),
              actual,
              observation.searchPath());
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
    var intended = new ArrayList<SchemaObject>(replayed.model().objects());
    var there = new ArrayList<SchemaObject>(actual.objects());
    var events = new ArrayList<>(replayed.events());
    for (RowClaims.Claim claim : claims) {
      Row row = claim.row();
      if (!found.unknown().contains(row.id()) && replayed.model().contains(row.table())) {
        intended.add(row);
        events.add(new Recorded(new SchemaEvent.Created(row), claim.origin()));
        if (found.present().contains(row.id())) {
          there.add(row);
        }
      }
    }
    return new ReferenceData(
        expectation.leadingTo(
            new Replayed(
                SchemaModel.of(intended),
                events,
                replayed.problems(),
                replayed.outcomes(),
                replayed.opaque())),
        new Observation(
            observation.database(),
            observation.server(),
            observation.major(),
            observation.searchPath(),
            observation.timeZone(),
            observation.roles(),
            SchemaModel.of(there),
            observation.numbers(),
            observation.notModelled(),
            Stream.concat(observation.unreadable().stream(), found.unreadable().stream())
                .toList()));
  }

  /** {@return the schema alone} */
  static SchemaModel without(SchemaModel model) {
    return model.ofKind(Kind.ROW).isEmpty()
        ? model
        : SchemaModel.of(
            model.objects().stream().filter(object -> object.id().kind() != Kind.ROW).toList());
  }

  /**
   * {@return that the rows which {@code plan} inserts are no part of what was proved, if they are
   * not}
   */
  static List<String> unproved(Plan plan, List<String> proof) {
    long rows = plan.steps().stream().filter(step -> step.subject().kind() == Kind.ROW).count();
    return rows == 0 || proof.isEmpty()
        ? List.of()
        : List.of(
            "Not covered, because the schema was made anew without data: %d rows.".formatted(rows));
  }

  /** {@return the steps that change the schema} */
  static Plan without(Plan plan) {
    var steps = new ArrayList<Step>();
    for (Step step : plan.steps()) {
      if (step.subject().kind() != Kind.ROW) {
        steps.add(step.at(steps.size() + 1));
      }
    }
    return new Plan(steps, plan.refusals());
  }
}
