package dev.drift.engine.progress;

import dev.drift.engine.ddl.Decision;
import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.diff.Unsettled;
import dev.drift.engine.event.Fold;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.Judgement.Run;
import dev.drift.engine.progress.StatementStatus.Verdict;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Judges every statement of a history by what it has left in a database.
 *
 * <p>Statements before the point that the database is at are judged by what survives up to there,
 * those behind it by what survives to the end: an object that a later statement alters or drops is
 * looked for in its earlier shape as long as that statement has not run.
 */
final class Statements {
  private Statements() {}

  /**
   * {@return the verdicts, by migration}
   *
   * @param point how many statements the database is behind
   */
  static List<List<StatementStatus>> judge(
      List<Migration> migrations, Replayed replayed, Comparing comparing, int point) {
    List<Outcome> outcomes = replayed.outcomes();
    var draft = new Draft(Replay.EMPTY_DATABASE);
    var before = new Ownership();
    var behind = new Ownership();
    for (int i = 0; i < outcomes.size(); i++) {
      Ownership run = i < point ? before : behind;
      for (Recorded recorded : outcomes.get(i).events()) {
        run.record(i, recorded.event());
        if (i < point) {
          Fold.apply(draft, recorded.event());
        }
      }
    }
    SchemaModel actual = comparing.actual();
    SchemaModel there =
        replayed.leadingTo(draft.toModel(), new TreeSet<>()).fittedTo(actual).model();
    SchemaModel end = replayed.fittedTo(actual).model();
    var unsettled = new Unsettled(replayed.opaque());
    Map<Integer, List<Effect>> effects =
        new HashMap<>(
            Judgement.of(
                new Run(Replay.EMPTY_DATABASE, before, there, true), comparing, unsettled));
    effects.putAll(Judgement.of(new Run(there, behind, end, false), comparing, unsettled));
    var statuses = new ArrayList<List<StatementStatus>>();
    migrations.forEach(migration -> statuses.add(new ArrayList<>()));
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      statuses
          .get(outcome.migration())
          .add(
              status(
                  outcome,
                  migrations.get(outcome.migration()),
                  effects.getOrDefault(i, List.of())));
    }
    return statuses;
  }

  private static StatementStatus status(
      Outcome outcome, Migration migration, List<Effect> effects) {
    Verdict verdict =
        effects.isEmpty() ? untraced(outcome.decision()) : StatementStatus.verdict(effects);
    return new StatementStatus(
        outcome.statement() + 1,
        migration.statements().get(outcome.statement()),
        verdict,
        effects.isEmpty() ? why(outcome) : "",
        effects);
  }

  private static Verdict untraced(Decision decision) {
    return switch (decision) {
      case Decision.Effects effects -> Verdict.SUPERSEDED;
      case Decision.Rejected rejected -> Verdict.REJECTED;
      case Decision.Opaque opaque -> Verdict.UNVERIFIABLE;
      case Decision.Unparsed unparsed -> Verdict.UNVERIFIABLE;
      case Decision.NoSchemaEffect none -> Verdict.UNVERIFIABLE;
    };
  }

  private static String why(Outcome outcome) {
    return switch (outcome.decision()) {
      case Decision.Effects effects ->
          outcome.events().isEmpty()
              ? "changes nothing at this point"
              : "nothing of it survives the statements after it";
      case Decision.Rejected rejected -> rejected.message();
      case Decision.Opaque opaque -> opaque.reason();
      case Decision.Unparsed unparsed -> unparsed.message();
      case Decision.NoSchemaEffect none -> "leaves no trace in the schema";
    };
  }
}
