package dev.drift.engine.plan.rule;

import dev.drift.engine.canon.RowConditions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Row;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.List;
import java.util.Set;

/** Rows that migrations insert: put back where they are missing, never changed or taken away. */
final class RowRule implements Rule<Row> {
  @Override
  public List<Action> create(Row row, Scene scene) {
    String columns = " (" + Sql.names(row.values().keySet()) + ")" + overriding(row, scene);
    String values = String.join(", ", row.values().values());
    String condition = RowConditions.of(row, scene.target()).orElse("false");
    String sql =
        row.keyed()
            ? columns + " VALUES (" + values + ") ON CONFLICT DO NOTHING"
            : columns
                + " SELECT "
                + values
                + " WHERE NOT EXISTS (SELECT FROM "
                + Sql.name(row.table())
                + " t WHERE "
                + condition
                + ")";
    return List.of(
        Action.of(
                Verb.CREATE,
                row.id(),
                "insert " + row.id(),
                "INSERT INTO " + Sql.name(row.table()) + sql)
            .in(Phase.ROWS)
            .resolvingNames()
            .locking(Lock.ROW_EXCLUSIVE)
            .doing(Work.INSERT));
  }

  private static String overriding(Row row, Scene scene) {
    boolean always =
        row.values().keySet().stream()
            .anyMatch(
                name ->
                    scene
                        .target()
                        .find(ObjectId.column(row.table(), name), Column.class)
                        .flatMap(Column::identity)
                        .filter(Column.Identity::always)
                        .isPresent());
    return always ? " OVERRIDING SYSTEM VALUE" : "";
  }

  @Override
  public List<Action> drop(Row row, Scene scene) {
    return List.of();
  }

  @Override
  public Change change(Row before, Row after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(List.of());
  }
}
