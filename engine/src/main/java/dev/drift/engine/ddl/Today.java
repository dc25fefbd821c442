package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tables that migrations would make of shapes if they ran now. They are missing where nothing
 * of their shape is there, or only others of today's: a database of that day has them all. Where
 * tables of other days are there, which ones remain is for whoever makes and drops them.
 */
final class Today {
  private final SchemaModel expected;
  private final SchemaModel actual;
  private final SchemaModel today;
  private final Shapes shapes;

  /**
   * @param expected what migrations come to at any time
   * @param actual what there is
   * @param today what migrations come to now
   */
  Today(SchemaModel expected, SchemaModel actual, SchemaModel today) {
    this.expected = expected;
    this.actual = actual;
    this.today = today;
    this.shapes = new Shapes(expected);
  }

  /** {@return what is missing of today's: tables, and what belongs to them} */
  List<SchemaObject> missing() {
    Map<ObjectId, Set<ObjectId>> there = byShape(actual);
    var tables = new TreeSet<ObjectId>();
    byShape(today)
        .forEach(
            (shape, made) -> {
              Set<ObjectId> found = there.getOrDefault(shape, Set.of());
              if (made.containsAll(found)) {
                made.stream().filter(table -> !found.contains(table)).forEach(tables::add);
              }
            });
    tables.removeIf(this::isReplaced);
    tables.removeIf(table -> !hasParents(table, tables));
    return today.objects().stream()
        .filter(object -> !expected.contains(object.id()))
        .filter(object -> tables.stream().anyMatch(table -> belongs(object, table)))
        .toList();
  }

  /**
   * {@return a table that fits a shape as it should be: where statements give those of one shape
   * different storage parameters, any of theirs is right}
   */
  SchemaObject settled(SchemaObject object) {
    if (!(object instanceof Table table) || expected.contains(table.id())) {
      return object;
    }
    Optional<Table> live = actual.find(table.id(), Table.class);
    Optional<Table> shape = live.flatMap(shapes::of);
    boolean right =
        shape.isPresent()
            && !live.get().options().equals(table.options())
            && of(today)
                .filter(other -> other.options().equals(live.get().options()))
                .anyMatch(other -> shapes.of(other).equals(shape));
    return right ? TableEdit.of(table, edit -> edit.options = live.get().options()) : table;
  }

  private Map<ObjectId, Set<ObjectId>> byShape(SchemaModel model) {
    var tables = new TreeMap<ObjectId, Set<ObjectId>>();
    of(model)
        .filter(table -> !expected.contains(table.id()))
        .forEach(
            table ->
                shapes
                    .of(table)
                    .ifPresent(
                        shape ->
                            tables
                                .computeIfAbsent(shape.id(), id -> new TreeSet<>())
                                .add(table.id())));
    return tables;
  }

  private static Stream<Table> of(SchemaModel model) {
    return model.ofKind(Kind.TABLE).stream().map(Table.class::cast);
  }

  /** Partitions that someone else made of the same table may hold the same rows. */
  private boolean isReplaced(ObjectId table) {
    return today
        .find(table, Table.class)
        .flatMap(Table::partitionOf)
        .filter(
            partition ->
                actual.heirsOf(partition.parent()).stream()
                    .filter(heir -> heir.partitionOf().isPresent())
                    .filter(heir -> !heir.partitionOf().get().bound().sql().equals("DEFAULT"))
                    .anyMatch(heir -> !expected.contains(heir.id()) && shapes.of(heir).isEmpty()))
        .isPresent();
  }

  private boolean hasParents(ObjectId table, Set<ObjectId> made) {
    return today
        .find(table, Table.class)
        .map(Table::ancestors)
        .filter(
            parents ->
                parents.stream()
                    .allMatch(
                        parent ->
                            expected.contains(parent)
                                || actual.contains(parent)
                                || made.contains(parent) && hasParents(parent, made)))
        .isPresent();
  }

  private static boolean belongs(SchemaObject object, ObjectId table) {
    ObjectId id = object.id();
    return id.equals(table)
        || id.belongsTo(table)
        || id.equals(table.facet(id.kind()))
        || object instanceof Sequence sequence
            && sequence.ownedBy().filter(column -> column.belongsTo(table)).isPresent();
  }
}
