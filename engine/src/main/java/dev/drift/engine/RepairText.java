package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.TableSizes;
import dev.drift.engine.diff.Origins;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.TableSize;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Rename;
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
import dev.drift.engine.scratch.Verdicts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repair as it is handed out: a script, JSON, the next migrations of a tool. */
public final class RepairText {
  private final Inspection inspection;
  private final Plan plan;
  private final List<Rename> offers;
  private final SortedMap<ObjectId, TableSize> sizes;

  private RepairText(
      Inspection inspection, Plan plan, List<Rename> offers, SortedMap<ObjectId, TableSize> sizes) {
    this.inspection = inspection;
    this.plan = plan;
    this.offers = offers;
    this.sizes = sizes;
  }

  static RepairText of(Inspection inspection, Plan plan, List<Rename> offers) {
    return new RepairText(inspection, plan, offers, Collections.emptySortedMap());
  }

  /**
   * Asks the database how large the tables are that the steps work on.
   *
   * @return the same, telling the sizes; a snapshot knows none
   */
  public RepairText measured(Database database) {
    if (!(database instanceof Database.Live live)) {
      return this;
    }
    SchemaModel there = inspection.observation().model();
    try {
      return new RepairText(
          inspection,
          plan,
          offers,
          TableSizes.read(
              live.target(),
              plan.steps().stream()
                  .flatMap(step -> step.table().stream())
                  .filter(there::contains)
                  .collect(Collectors.toCollection(TreeSet::new))));
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
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
   * {@return the way back as a script}
   *
   * @param way the plan that leads back
   */
  public String back(Verdicts.WayBack way) {
    return RollbackScript.of(way.plan(), plan, way.proof().words());
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

  private StepNotes notes() {
    var origins = new Origins(inspection.expectation().replayed().events());
    return new StepNotes(id -> origins.of(id, Optional.empty()).map(Origin::toString), sizes);
  }
}
