package dev.drift.engine;

import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.diff.Baseline;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Findings;
import dev.drift.engine.diff.HistoryTables;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.diff.RoleVariables;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.progress.HistoryFindings;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.progress.Status;
import dev.drift.engine.render.Coverage;
import dev.drift.engine.render.Report;
import dev.drift.engine.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds what is intended against what is there. */
final class Inspecting {
  private Inspecting() {}

  /**
   * {@return what the database lacks, or has too much, against the migrations}
   *
   * @param accepted findings that are known
   * @param scratch the server that runs the migrations, if one is to be asked
   */
  static Inspection of(
      Look look,
      MigrationSource source,
      Database database,
      IgnoreRules rules,
      Baseline accepted,
      Optional<ScratchChoice> scratch) {
    Progress progress = look.recording().progress();
    Optional<Status> status = progress.isKnown() ? Optional.of(look.status()) : Optional.empty();
    Observation observation = look.observation();
    Expectation expectation = Expecting.of(source, look, status);
    Optional<Settlement.Outcomes> settled =
        scratch.map(new Settling(expectation, observation, database)::with);
    expectation =
        settled
            .map(Settlement.Outcomes::expectation)
            .orElse(expectation)
            .fittedTo(observation.model(), look.startAt(source.clock().instant()));
    expectation = bound(expectation, observation);
    if (source.data()) {
      ReferenceData data = ReferenceData.of(expectation, look.start(), observation, database);
      expectation = data.expectation();
      observation = data.observation();
    }
    List<Difference> differences =
        rules.keep(
            Bystanders.leaveOut(
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
            look.with(observation),
            status,
            differences,
            accepted,
            settled.map(Settlement.Outcomes::report)));
  }

  /** Roles that psql variables stand for are known once the database is. */
  private static Expectation bound(Expectation expectation, Observation observation) {
    Replayed replayed = expectation.replayed();
    RoleVariables.Bound bound = RoleVariables.bind(replayed.model(), observation.model());
    return bound.model().equals(replayed.model()) && bound.open().isEmpty()
        ? expectation
        : expectation.leadingTo(replayed.leadingTo(bound.model(), bound.open()));
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
    Optional<HistoryFindings> history = status.map(HistoryFindings::of);
    history.ifPresent(known -> all.addAll(known.findings()));
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
        history.map(HistoryFindings::migrations).orElse(Map.of()),
        all.size() - fresh.size(),
        scratch);
  }

  private static SortedMap<String, Integer> compared(SchemaModel model) {
    var counts = new TreeMap<String, Integer>();
    for (SchemaObject object : model.objects()) {
      counts.merge(object.id().kind().label(), 1, Integer::sum);
      if (object instanceof Column column && column.notNullConstraint().isPresent()) {
        counts.merge("not-null-constraint", 1, Integer::sum);
      }
    }
    return counts;
  }
}
