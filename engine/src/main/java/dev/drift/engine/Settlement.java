package dev.drift.engine;

import dev.drift.engine.canon.Match;
import dev.drift.engine.ddl.Decision;
import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Findings;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.diff.Unsettled;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.render.Report;
import dev.drift.engine.render.Wording;
import dev.drift.engine.scratch.Rerun;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What migrations intend, settled by a server that ran them: its word counts, but for what its
 * surroundings kept from running.
 */
final class Settlement {
  private final Expectation expectation;
  private final Replayed read;
  private final Rerun rerun;
  private final int liveMajor;
  private final SortedSet<ObjectId> open = new TreeSet<>();
  private final SortedSet<ObjectId> opaque = new TreeSet<>();
  private final List<Problem> problems;
  private final List<String> unsettled = new ArrayList<>();
  private final List<String> disagreements = new ArrayList<>();
  private int settled;

  private Settlement(Expectation expectation, Rerun rerun, int liveMajor) {
    this.expectation = expectation;
    this.read = expectation.replayed();
    this.rerun = rerun;
    this.liveMajor = liveMajor;
    this.problems = new ArrayList<>(expectation.problems());
  }

  /**
   * What came of it.
   *
   * @param expectation with the server's word where it counts
   * @param spelledByServer objects whose text is the server's own, so that what differs does
   */
  record Outcomes(
      Expectation expectation, SortedSet<ObjectId> spelledByServer, Report.Scratch report) {}

  /** {@return what {@code expectation} is after {@code rerun}} */
  static Outcomes of(Expectation expectation, Rerun rerun, int liveMajor) {
    return new Settlement(expectation, rerun, liveMajor).settle();
  }

  private Outcomes settle() {
    if (rerun.major() != liveMajor) {
      unsettled.add(
          "the database runs PostgreSQL %d, whose programs are not here".formatted(liveMajor));
    }
    read.outcomes().forEach(this::settle);
    var bySelf = new TreeSet<ObjectId>();
    SchemaModel model = model(bySelf);
    var replayed = new Replayed(model, read.events(), read.problems(), read.outcomes(), opaque);
    return new Outcomes(
        new Expectation(
            expectation.tool(),
            expectation.migrations(),
            expectation.pending(),
            replayed,
            problems),
        rerun.major() == liveMajor ? bySelf : new TreeSet<>(),
        new Report.Scratch(rerun.server(), settled, unsettled, disagreements));
  }

  private void settle(Outcome outcome) {
    var place = new Rerun.Place(outcome.migration(), outcome.statement());
    Optional<Rerun.Refusal> refusal = Optional.ofNullable(rerun.refusals().get(place));
    switch (outcome.decision()) {
      case Decision.Rejected rejected -> {
        if (refusal.isEmpty()) {
          take(outcome);
          disagree(outcome, "drift takes it for an error: " + rejected.message());
        }
      }
      case Decision.Opaque unknown -> unknown(outcome, refusal, unknown.touched());
      case Decision.Unparsed unknown -> unknown(outcome, refusal, new TreeSet<>());
      case Decision.Effects effects ->
          refusal.ifPresent(
              reason -> {
                outcome.events().forEach(event -> touched(event.event(), open));
                if (outcome.events().isEmpty()) {
                  return;
                }
                if (reason.ofSurroundings()) {
                  unsettled.add(place(outcome) + ": " + reason.message());
                } else {
                  disagree(outcome, "the server refuses it: " + reason.message());
                }
              });
      case Decision.NoSchemaEffect nothing -> {}
    }
  }

  private void unknown(
      Outcome outcome, Optional<Rerun.Refusal> refusal, SortedSet<ObjectId> touched) {
    if (refusal.filter(Rerun.Refusal::ofSurroundings).isPresent()) {
      unsettled.add(place(outcome) + ": " + refusal.get().message());
      opaque.addAll(touched);
      open.addAll(touched);
      return;
    }
    settled++;
    take(outcome);
    refusal.ifPresent(
        reason ->
            problems.add(
                new Problem(
                    Problem.Kind.REJECTED,
                    statement(outcome).file(),
                    statement(outcome).line(),
                    statement(outcome).column(),
                    reason.message())));
  }

  /** Takes away what was said of a statement. */
  private void take(Outcome outcome) {
    Statement statement = statement(outcome);
    Token last = statement.tokens().getLast();
    problems.removeIf(
        problem ->
            problem.file().equals(statement.file())
                && isAfter(problem.line(), problem.column(), statement.line(), statement.column())
                && isAfter(last.line(), last.column(), problem.line(), problem.column()));
  }

  private static boolean isAfter(int line, int column, int otherLine, int otherColumn) {
    return line > otherLine || line == otherLine && column >= otherColumn;
  }

  private void disagree(Outcome outcome, String what) {
    disagreements.add(place(outcome) + ": " + what);
  }

  private String place(Outcome outcome) {
    Statement statement = statement(outcome);
    return statement.file() + ":" + statement.line();
  }

  private Statement statement(Outcome outcome) {
    return expectation.migrations().get(outcome.migration()).statements().get(outcome.statement());
  }

  private static void touched(SchemaEvent event, SortedSet<ObjectId> ids) {
    ids.add(event.subject());
    if (event instanceof SchemaEvent.Renamed renamed) {
      ids.add(renamed.after().id());
    }
  }

  /** The server's object where it counts and ours does not say the same, else ours. */
  private SchemaModel model(SortedSet<ObjectId> bySelf) {
    var kept = new Unsettled(open);
    var objects = new TreeMap<ObjectId, SchemaObject>();
    read.model().objects().forEach(object -> objects.put(object.id(), object));
    var astray = new ArrayList<Difference>();
    SchemaModel fitted = read.fittedTo(rerun.model()).model();
    for (Difference difference : Comparison.compare(fitted, rerun.model())) {
      ObjectId id = difference.id();
      if (kept.contains(id)) {
        continue;
      }
      objects.remove(id);
      difference.actual().ifPresent(object -> objects.put(id, object));
      difference.actual().ifPresent(object -> bySelf.add(id));
      astray.add(difference);
    }
    disagree(astray);
    return SchemaModel.of(objects.values());
  }

  private void disagree(List<Difference> differences) {
    var origins = new Origins(read.events());
    for (Finding finding : new Findings(origins::of, read.opaque()).of(differences)) {
      String place = finding.origin().map(origin -> origin + ": ").orElse("");
      String object = finding.object().kind().words() + " " + finding.object().path();
      switch (finding.type()) {
        case MISSING -> disagreements.add(place + object + " is not there after the server ran it");
        case UNEXPECTED -> disagreements.add(place + "the server made " + object);
        case CHANGED, INVALID ->
            disagreements.add(
                "%s%s of %s is %s, drift reads %s"
                    .formatted(
                        place,
                        finding.attribute().orElse("shape"),
                        object,
                        Wording.actual(finding).orElse("none"),
                        Wording.expected(finding).orElse("none")));
        case UNVERIFIABLE, HISTORY -> {}
      }
    }
  }

  /** {@return the differences, those certain in which both sides are the server's own text} */
  static List<Difference> certain(List<Difference> differences, SortedSet<ObjectId> spelled) {
    return differences.stream()
        .map(
            difference -> {
              if (!spelled.contains(difference.id())) {
                return difference;
              }
              var attributes = new TreeMap<String, Match>();
              difference.attributes().keySet().forEach(a -> attributes.put(a, Match.DIFFERENT));
              return new Difference(
                  difference.id(), difference.expected(), difference.actual(), attributes);
            })
        .toList();
  }
}
