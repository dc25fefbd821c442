package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.TableSizes;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.HistoryTables;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.diff.RoleVariables;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TableSize;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.plan.Step;
import dev.drift.engine.progress.RecordPlan;
import dev.drift.engine.progress.Status;
import dev.drift.engine.render.PlanJson;
import dev.drift.engine.render.RecordScript;
import dev.drift.engine.render.RepairScript;
import dev.drift.engine.render.RollbackScript;
import dev.drift.engine.render.StepNotes;
import dev.drift.engine.render.tool.Draft;
import dev.drift.engine.render.tool.MigrationFile;
import dev.drift.engine.render.tool.ToolFormats;
import dev.drift.engine.scratch.Claim;
import dev.drift.engine.scratch.Proof;
import dev.drift.engine.scratch.Prover;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchHost;
import dev.drift.engine.scratch.Verdicts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from a database as it is to what its migrations intend. */
public final class Repair {
  /** What holds for all rows now need not be put in doubt again. */
  private static final Set<String> VALIDITY = Set.of("valid", "validated");

  private final Inspection inspection;
  private final IgnoreRules rules;
  private final PlanOptions options;
  private final Map<ObjectId, Refusal> doubts;
  private final List<Rename> offers;
  private final Plan plan;
  private SortedMap<ObjectId, TableSize> sizes = Collections.emptySortedMap();

  private Repair(
      Inspection inspection,
      IgnoreRules rules,
      PlanOptions options,
      SortedMap<String, String> renames) {
    this.inspection = inspection;
    this.rules = rules;
    this.options =
        Backfills.with(options, inspection.expectation(), inspection.observation().model());
    this.doubts = Doubts.among(inspection.differences(), inspection.expectation());
    var naming = new Renames(expected(), options.serverMajor());
    SchemaModel actual = inspection.observation().model();
    List<Rename> asked = naming.asked(renames, actual);
    for (Rename rename : asked) {
      actual = naming.apply(rename, actual);
    }
    List<Difference> differences = asked.isEmpty() ? inspection.differences() : differences(actual);
    this.offers = naming.offered(differences, actual);
    this.plan = plan(actual, differences).after(Planner.renames(asked));
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

  /**
   * Asks the database how large the tables are that the steps work on, so that scripts can tell.
   *
   * @return this
   */
  public Repair measured(Database live) {
    if (live instanceof Database.Live server) {
      SchemaModel there = inspection.observation().model();
      try {
        sizes =
            TableSizes.read(
                server.target(),
                plan.steps().stream()
                    .flatMap(step -> step.table().stream())
                    .filter(there::contains)
                    .collect(Collectors.toCollection(TreeSet::new)));
      } catch (CatalogException e) {
        throw new DriftException(e);
      }
    }
    return this;
  }

  /** {@return its steps and refusals} */
  public Plan plan() {
    return plan;
  }

  /**
   * {@return the plan as a script}
   *
   * @param remarks what its header says besides, a line each
   */
  public String script(List<String> remarks) {
    List<String> offered =
        offers.stream()
            .map(
                offer ->
                    "Of the same shape: --rename '%s' would %s instead of making it anew."
                        .formatted(offer.option(), offer.words()))
            .toList();
    return RepairScript.of(
        plan,
        notes(),
        Stream.of(remarks, ReferenceData.unproved(plan, remarks), offered)
            .flatMap(List::stream)
            .toList());
  }

  /**
   * {@return the plan as JSON}
   *
   * @param remarks what a proof has brought, a line each
   */
  public String json(List<String> remarks) {
    Observation observation = inspection.observation();
    return PlanJson.render(
        new PlanJson.Contents(
            observation.database(), observation.server(), plan, notes(), offers, remarks));
  }

  /**
   * {@return what makes the history table true after the script}
   *
   * @param assumed versions of migrations of which the user says that they have run
   * @throws DriftException if there is no history table
   */
  public String record(Set<String> assumed) {
    Status status =
        inspection
            .status()
            .orElseThrow(
                () ->
                    new DriftException(
                        "--record: there is no history table to write to; name it with --history"
                            + " TABLE, or let the tool make it"));
    Set<ObjectId> refused =
        plan.refusals().stream().map(Refusal::subject).collect(Collectors.toSet());
    return RecordScript.of(
        RecordPlan.of(
            status,
            inspection.progress().history().orElseThrow(),
            inspection.observation().model(),
            new RecordPlan.Repair(inspection.expectation().migrations(), refused, assumed)));
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
    return prove(scratch, live, Optional.of(this::back));
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

  /**
   * Only what the plan changed is changed back: elsewhere the throwaway server may spell the same
   * otherwise.
   */
  private Plan back(SchemaModel arrived) {
    SchemaModel before =
        SchemaModel.of(
            ReferenceData.without(inspection.observation().model()).objects().stream()
                .map(Repair::finished)
                .toList());
    Set<ObjectId> changed =
        plan.steps().stream().map(Step::subject).collect(Collectors.toCollection(TreeSet::new));
    List<Difference> differences =
        Comparison.compare(before, arrived).stream()
            .filter(
                difference ->
                    changed.contains(difference.id())
                        || difference.isUnexpected()
                        || difference.isMissing())
            .filter(difference -> !VALIDITY.containsAll(certain(difference)))
            .toList();
    return Planner.plan(
        before, arrived, differences, PlanOptions.destructive(options.serverMajor()));
  }

  /** What a build that was cut off left behind is not made again. */
  private static SchemaObject finished(SchemaObject object) {
    return object instanceof Index index && !index.valid() ? index.finished() : object;
  }

  /** {@return the attributes that differ; the object's presence, if it is there on one side} */
  private static Set<String> certain(Difference difference) {
    return difference.isMissing() || difference.isUnexpected()
        ? Set.of("presence")
        : difference.attributes().keySet().stream()
            .filter(difference::differsIn)
            .collect(Collectors.toSet());
  }

  /**
   * Writes the plan as the next migrations of a tool.
   *
   * @param format the tool's name, one of {@link ToolFormats#names}
   * @param back the way back, if it is known
   * @param remarks what the header says besides, a line each
   * @param directory the directory of migrations
   * @return the files that were written, relative to it; none where there is nothing to do
   * @throws DriftException if the directory is not as the tool's is, or cannot be written
   */
  public List<String> write(
      String format, Optional<Verdicts.WayBack> back, List<String> remarks, Path directory) {
    if (plan.steps().isEmpty()) {
      return List.of();
    }
    var target = new MigrationDirectory(directory);
    var draft = new Draft(plan, back.map(Verdicts.WayBack::plan), notes(), remarks);
    try {
      List<MigrationFile> files =
          ToolFormats.named(format)
              .orElseThrow()
              .write(draft, target.read(Clock.systemUTC().instant()));
      target.write(files);
      return files.stream().map(MigrationFile::path).toList();
    } catch (IllegalArgumentException e) {
      throw new DriftException("%s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  /**
   * {@return the way back as a script}
   *
   * @param way the plan that leads back
   */
  public String backScript(Verdicts.WayBack way) {
    return RollbackScript.of(way.plan(), plan, way.proof().words());
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

  private StepNotes notes() {
    var origins = new Origins(inspection.expectation().replayed().events());
    return new StepNotes(id -> origins.of(id, Optional.empty()).map(Origin::toString), sizes);
  }
}
