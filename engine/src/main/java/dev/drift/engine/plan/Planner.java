package dev.drift.engine.plan;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Schema;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.rule.Renaming;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Differences to ordered, guarded steps. */
public final class Planner {
  private Planner() {}

  /**
   * {@return the steps that lead from {@code actual} to {@code expected}}
   *
   * @param differences what is to be repaired; others between the two models stay
   */
  public static Plan plan(
      SchemaModel expected, SchemaModel actual, List<Difference> differences, PlanOptions options) {
    var fates = new Fates(expected, actual, differences, options);
    var after = new Dependencies(fates.target());
    var actions = new ArrayList<Action>();
    actions.addAll(new Preflights(fates, after).actions());
    actions.addAll(new Works(fates).actions());
    List<Action> ordered = new Ordering(fates, after, actions).ordered();
    return new Plan(Steps.of(ordered, SearchPath.of(expected, actual)), fates.refusals());
  }

  /** {@return the steps that give objects the names that the user asks for} */
  public static List<Step> renames(List<Rename> renames) {
    return renames(renames, rename -> "");
  }

  /** {@return the steps that give objects the names that they must have had} */
  public static List<Step> provedRenames(List<Rename> renames) {
    return renames(
        renames,
        rename ->
            rename.value().isPresent()
                ? ", whose place it has among the values"
                : ", whose number it has in its table");
  }

  private static List<Step> renames(List<Rename> renames, Function<Rename, String> why) {
    return Steps.of(
        renames.stream()
            .flatMap(rename -> Renaming.of(rename, rename.words() + why.apply(rename)).stream())
            .toList(),
        "public");
  }

  /** {@return the steps that make {@code model} in an empty database with a schema public} */
  public static Plan build(SchemaModel model, int serverMajor) {
    SchemaModel empty = SchemaModel.of(List.of(new Schema(ObjectId.global(Kind.SCHEMA, "public"))));
    List<Difference> missing =
        Comparison.compare(model, empty).stream().filter(Difference::isMissing).toList();
    return plan(model, empty, missing, PlanOptions.careful(serverMajor));
  }
}
