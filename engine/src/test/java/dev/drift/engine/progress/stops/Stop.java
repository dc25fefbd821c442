package dev.drift.engine.progress.stops;

import dev.drift.engine.ddl.Decision;
import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.event.Fold;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.StatementStatus;
import dev.drift.engine.progress.StatementStatus.Verdict;
import dev.drift.engine.progress.Status;
import java.util.List;

/** A status held against what has really run: the first {@code done} statements. */
final class Stop {
  private final Project project;
  private final Replayed replayed;
  private final int done;
  private final Figures figures = new Figures();

  Stop(Project project, Replayed replayed, int done) {
    this.project = project;
    this.replayed = replayed;
    this.done = done;
  }

  Figures judge(Status status) {
    figures.stops++;
    int point = statements(status);
    if (point == done || model(point).equals(model(done)) || isBlindBetween(status, point)) {
      figures.located++;
    } else {
      detail("located at %d statements".formatted(point));
    }
    judgeStatements(status);
    if (done == replayed.outcomes().size()) {
      coverage(status);
    }
    return figures;
  }

  /** Whether no statement between the two leaves anything that can be looked for. */
  private boolean isBlindBetween(Status status, int point) {
    List<StatementStatus> all =
        status.migrations().stream().flatMap(each -> each.statements().stream()).toList();
    return all.subList(Math.min(point, done), Math.max(point, done)).stream()
        .allMatch(
            each -> each.verdict() == Verdict.SUPERSEDED || each.verdict() == Verdict.UNVERIFIABLE);
  }

  private int statements(Status status) {
    int whole = status.point().migrations();
    int count = status.point().statements();
    for (int i = 0; i < whole; i++) {
      count += project.migrations().get(i).statements().size();
    }
    return count;
  }

  private SchemaModel model(int statements) {
    var draft = new Draft(Replay.EMPTY_DATABASE);
    replayed
        .outcomes()
        .subList(0, statements)
        .forEach(outcome -> outcome.events().forEach(each -> Fold.apply(draft, each.event())));
    return draft.toModel();
  }

  private void judgeStatements(Status status) {
    int place = 0;
    for (MigrationStatus migration : status.migrations()) {
      for (StatementStatus statement : migration.statements()) {
        if (!statement.statement().file().equals("prelude.sql")) {
          judge(statement, place < done);
        }
        place++;
      }
    }
  }

  private void judge(StatementStatus statement, boolean ran) {
    figures.judged++;
    String what =
        "%s:%d %s"
            .formatted(
                statement.statement().file(),
                statement.statement().line(),
                statement.lacking().stream()
                    .limit(3)
                    .map(e -> e.object() + " " + e.attribute().orElse("") + " " + e.state())
                    .toList());
    if (ran && statement.verdict() == Verdict.MISSING) {
      figures.falseMissing++;
      detail("falsely missing " + what);
    } else if (!ran && statement.verdict() == Verdict.APPLIED) {
      figures.falseApplied++;
      detail("falsely applied " + what);
    } else if (statement.verdict() == Verdict.CONFLICTING) {
      figures.falseConflicting++;
      detail("falsely conflicting " + what);
    }
  }

  private void coverage(Status status) {
    int place = 0;
    for (MigrationStatus migration : status.migrations()) {
      for (StatementStatus statement : migration.statements()) {
        Outcome outcome = replayed.outcomes().get(place++);
        if (!(outcome.decision() instanceof Decision.NoSchemaEffect)) {
          figures.schemaStatements++;
          if (statement.verdict() == Verdict.UNVERIFIABLE) {
            figures.unverifiable++;
            detail(
                "unverifiable %s:%d %s"
                    .formatted(
                        statement.statement().file(),
                        statement.statement().line(),
                        statement.why()));
          }
        }
      }
    }
  }

  private void detail(String text) {
    figures.details.add("%s after %d statements: %s".formatted(project.name(), done, text));
  }
}
