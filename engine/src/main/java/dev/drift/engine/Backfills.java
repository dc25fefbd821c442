package dev.drift.engine;

import dev.drift.engine.ddl.RowCures;
import dev.drift.engine.ddl.RowFills;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Cure;
import dev.drift.engine.plan.PlanOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What columns are to be filled with that are to forbid nulls. */
final class Backfills {
  private Backfills() {}

  /**
   * {@return the same options with what the migrations themselves fill columns with, where the user
   * does not say it}
   */
  static PlanOptions with(PlanOptions options, Expectation expectation, Observation observation) {
    SchemaModel actual = observation.model();
    requireKnown(options.backfills(), expectation.replayed().model());
    SchemaModel target = expectation.replayed().model();
    RowFills fills = RowFills.of(expectation.migrations(), expectation.replayed());
    SortedMap<ObjectId, String> updates = fills.updates(target, actual);
    SortedMap<ObjectId, String> defaults = fills.defaults(target, actual);
    var filled = new HashSet<ObjectId>(updates.keySet());
    filled.addAll(defaults.keySet());
    updates.putAll(KnownValues.of(expectation, observation, filled));
    return new PlanOptions(
        options.allowDestructive(),
        options.serverMajor(),
        unless(options.backfills(), updates),
        defaults,
        cures(fills.cures(target, actual)));
  }

  private static SortedMap<ObjectId, List<Cure>> cures(
      SortedMap<ObjectId, List<RowCures.Cure>> updates) {
    var cures = new TreeMap<ObjectId, List<Cure>>();
    updates.forEach(
        (check, all) ->
            cures.put(
                check,
                all.stream().map(each -> new Cure(each.assignments(), each.where())).toList()));
    return cures;
  }

  private static SortedMap<String, String> unless(
      SortedMap<String, String> said, SortedMap<ObjectId, String> known) {
    var all = new TreeMap<>(said);
    known.forEach(
        (column, value) -> {
          if (!said.containsKey(column.parent() + "." + column.name())) {
            all.putIfAbsent(column.path(), value);
          }
        });
    return all;
  }

  /**
   * A name that is mistyped would be a column that stays empty.
   *
   * @param backfills {@code table.column} or {@code schema.table.column} to an expression
   * @throws DriftException if one names no column that is intended
   */
  private static void requireKnown(SortedMap<String, String> backfills, SchemaModel expected) {
    if (backfills.isEmpty()) {
      return;
    }
    Set<String> columns =
        expected.ofKind(Kind.COLUMN).stream()
            .map(column -> column.id().path())
            .collect(Collectors.toSet());
    for (String name : backfills.keySet()) {
      if (!columns.contains(name)
          && columns.stream().noneMatch(path -> path.endsWith("." + name))) {
        throw new DriftException(
            "--backfill %s: the migrations intend no such column; write TABLE.COLUMN or"
                    .formatted(name)
                + " SCHEMA.TABLE.COLUMN");
      }
    }
  }
}
