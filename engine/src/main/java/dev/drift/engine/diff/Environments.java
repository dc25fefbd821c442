package dev.drift.engine.diff;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several databases side by side, none of them the measure of the others. */
public final class Environments {
  private Environments() {}

  /**
   * An object that is not the same everywhere.
   *
   * @param objects one a database; empty where there is none
   * @param shapes one a database: equal numbers for what is the same, counted from 0 in order of
   *     appearance; -1 where there is none
   */
  public record Row(ObjectId id, List<Optional<SchemaObject>> objects, List<Integer> shapes) {
    public Row {
      objects = List.copyOf(objects);
      shapes = List.copyOf(shapes);
    }

    /** {@return whether it is missing somewhere} */
    public boolean isMissingSomewhere() {
      return shapes.contains(-1);
    }
  }

  private record Relation(String schema, String name) {}

  /**
   * {@return what is not the same in all models, sorted by id}
   *
   * <p>The tools' history tables do not count. What is there exactly where its relation is goes
   * without saying.
   */
  public static List<Row> compare(List<SchemaModel> models) {
    var ids = new TreeSet<ObjectId>();
    models.forEach(model -> model.objects().forEach(object -> ids.add(object.id())));
    var comparisons = models.stream().map(Comparison::around).toList();
    Map<Relation, List<Boolean>> relations = new HashMap<>();
    var rows = new ArrayList<Row>();
    for (ObjectId id : ids) {
      if (id.parent().isEmpty()) {
        relations.put(
            new Relation(id.schema(), id.name()),
            models.stream().map(model -> model.contains(id)).toList());
      }
    }
    for (ObjectId id : ids) {
      Row row = row(id, models, comparisons);
      boolean same = row.shapes().stream().distinct().count() == 1;
      if (!same && !isWithItsRelation(row, relations) && !HistoryTables.isHistory(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Row row(
      ObjectId id,
      List<SchemaModel> models,
      List<BiFunction<SchemaObject, SchemaObject, Difference>> comparisons) {
    List<Optional<SchemaObject>> objects = models.stream().map(model -> model.find(id)).toList();
    var shapes = new ArrayList<Integer>();
    int next = 0;
    for (int i = 0; i < objects.size(); i++) {
      int shape = shape(i, objects, shapes, comparisons);
      shapes.add(shape == next ? next++ : shape);
    }
    return new Row(id, objects, shapes);
  }

  private static int shape(
      int place,
      List<Optional<SchemaObject>> objects,
      List<Integer> shapes,
      List<BiFunction<SchemaObject, SchemaObject, Difference>> comparisons) {
    if (objects.get(place).isEmpty()) {
      return -1;
    }
    for (int i = 0; i < place; i++) {
      if (objects.get(i).isPresent()) {
        Difference difference =
            comparisons.get(i).apply(objects.get(i).get(), objects.get(place).get());
        if (difference.attributes().keySet().stream().noneMatch(difference::differsIn)) {
          return shapes.get(i);
        }
      }
    }
    return 1 + shapes.stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** There exactly where what it belongs to is, and the same wherever it is. */
  private static boolean isWithItsRelation(Row row, Map<Relation, List<Boolean>> relations) {
    if (row.shapes().stream().filter(shape -> shape >= 0).distinct().count() != 1) {
      return false;
    }
    var owners = new ArrayList<Relation>();
    if (!row.id().parent().isEmpty()) {
      owners.add(new Relation(row.id().schema(), row.id().parent()));
    }
    row.objects().stream()
        .flatMap(Optional::stream)
        .flatMap(object -> Wholes.owners(object).stream())
        .map(id -> new Relation(id.schema(), id.parent().isEmpty() ? id.name() : id.parent()))
        .forEach(owners::add);
    return owners.stream().anyMatch(owner -> isAsWidespread(row, relations.get(owner)));
  }

  private static boolean isAsWidespread(Row row, @Nullable List<Boolean> relation) {
    return relation != null
        && IntStream.range(0, relation.size())
            .allMatch(i -> relation.get(i) == row.objects().get(i).isPresent());
  }
}
