package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.HistoryTables;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.RoleVariables;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.scratch.Claim;
import dev.drift.engine.scratch.Proof;
import dev.drift.engine.scratch.Prover;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchHost;
import dev.drift.engine.scratch.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The way from a database as it is to what its migrations intend. */
public final class Repair {
  private final Inspection inspection;
  private final IgnoreRules rules;
  private final PlanOptions options;
  private final Map<ObjectId, Refusal> doubts;
  private final List<Rename> offers;
  private final Plan plan;

  private Repair(
      Inspection inspection,
      IgnoreRules rules,
      PlanOptions options,
      SortedMap<String, String> renames) {
    this.inspection = inspection;
    this.rules = rules;
    this.options = Backfills.with(options, inspection.expectation(), inspection.observation());
    this.doubts = Doubts.among(inspection.differences(), inspection.expectation());
    var naming = new Renames(expected(), options.serverMajor());
    SchemaModel actual = inspection.observation().model();
    List<Rename> asked = naming.asked(renames, actual);
    actual = naming.apply(asked, actual);
    List<Difference> differences = asked.isEmpty() ? inspection.differences() : differences(actual);
    List<Rename> possible = naming.offered(differences, actual);
    List<Rename> proved =
        options.allowDestructive() // what would be dropped and made anew otherwise
            ? new ProvedRenames(naming, expected(), actual, inspection).among(possible)
            : List.of();
    if (!proved.isEmpty()) {
      actual = naming.apply(proved, actual);
      differences = differences(actual);
      possible = naming.offered(differences, actual);
    }
    this.offers = possible;
    this.plan =
        plan(actual, differences)
            .after(Planner.provedRenames(proved))
            .after(Planner.renames(asked));
  }

  /**
   * {@return the repair of what an inspection found}
   *
   * @param rules what the inspection was told to leave out
   * @param backfills {@code table.column} to the SQL expression that fills its nulls
   */
  public static Repair of(
      Inspection inspection,
      IgnoreRules rules,
      boolean allowDestructive,
      SortedMap<String, String> backfills) {
    return of(
        inspection,
        rules,
        new PlanOptions(allowDestructive, inspection.observation().major(), backfills),
        new TreeMap<>());
  }

  /**
   * {@return the repair of what an inspection found}
   *
   * @param renames {@code table}, {@code table.column}, … to the name that it is to have
   */
  public static Repair of(
      Inspection inspection,
      IgnoreRules rules,
      PlanOptions options,
      SortedMap<String, String> renames) {
    return new Repair(inspection, rules, options, renames);
  }

  /** {@return what may only have another name than intended} */
  public List<Rename> offers() {
    return offers;
  }

  /** {@return its steps and refusals} */
  public Plan plan() {
    return plan;
  }

  /** {@return it as it is handed out} */
  public RepairText text() {
    return RepairText.of(inspection, plan, offers);
  }

  /**
   * Tries the plan on a throwaway server.
   *
   * @param live the database that it is for
   */
  public Proof prove(ScratchChoice scratch, Database live) {
    return prove(scratch, live, Optional.empty()).proof();
  }

  /** Tries the plan on a throwaway server, and then the way back from where it arrives. */
  public Verdicts proveBothWays(ScratchChoice scratch, Database live) {
    SchemaModel before = ReferenceData.without(inspection.observation().model());
    return prove(scratch, live, Optional.of(new Undo(before, plan, options.serverMajor())::from));
  }

  private Verdicts prove(
      ScratchChoice scratch, Database live, Optional<Function<SchemaModel, Plan>> back) {
    Observation observation = inspection.observation();
    var claim =
        new Claim(
            ReferenceData.without(observation.model()),
            observation.searchPath(),
            observation.major(),
            ReferenceData.without(plan),
            this::next,
            back);
    try (ScratchHost host = scratch.open(observation.major(), live)) {
      return Prover.prove(host, claim);
    } catch (CatalogException | ScratchException e) {
      throw new DriftException(e);
    }
  }

  private Plan next(SchemaModel arrived) {
    return ReferenceData.without(plan(arrived, differences(arrived)));
  }

  private List<Difference> differences(SchemaModel actual) {
    return rules.keep(
        RoleVariables.settled(
            Bystanders.leaveOut(
                HistoryTables.leaveOut(Comparison.compare(expected(), actual)), actual)));
  }

  private Plan plan(SchemaModel actual, List<Difference> differences) {
    return Planner.plan(
            expected(),
            actual,
            RoleVariables.settled(differences).stream()
                .filter(difference -> !doubts.containsKey(difference.id()))
                .toList(),
            options)
        .refusing(
            differences.stream()
                .flatMap(difference -> Optional.ofNullable(doubts.get(difference.id())).stream())
                .toList());
  }

  private SchemaModel expected() {
    return inspection.expectation().replayed().model();
  }
}
