package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables whose names are known in part, such as the partitions of days that code makes from the
 * clock: {@code event_∗}. The model holds them as shapes; how many there are of each, if any, is
 * not for the migrations to say, but each that there is must look like its shape.
 */
public final class Shapes {
  /** Stands for what is not known of a name. */
  static final String MARK = Value.Unknown.MARK;

  private static final Set<Kind> KINDS =
      Set.copyOf(EnumSet.of(Kind.TABLE, Kind.SEQUENCE, Kind.COMMENT));

  private final List<Table> shapes;

  /** The shapes of {@code model}. */
  Shapes(SchemaModel model) {
    this.shapes =
        tables(model).filter(table -> isShape(table.id())).sorted(mostKnownFirst()).toList();
  }

  /** {@return whether there are none} */
  boolean isEmpty() {
    return shapes.isEmpty();
  }

  /** {@return the shape that the table fits} */
  Optional<Table> of(Table table) {
    return shapes.stream().filter(shape -> filling(shape, table).isPresent()).findFirst();
  }

  /** {@return whether this is a shape, or a part of one} */
  public static boolean isShape(ObjectId id) {
    return id.parent().isEmpty()
        ? KINDS.contains(id.kind()) && id.name().contains(MARK)
        : id.parent().contains(MARK);
  }

  /** {@return whether a table of that name may be there, by a shape that its name fits} */
  static boolean mayName(String schema, String name, Objects objects) {
    return objects.ofKind(Kind.TABLE).stream()
        .map(SchemaObject::id)
        .filter(id -> isShape(id) && id.schema().equals(schema))
        .anyMatch(id -> pattern(id.name()).matcher(name).matches());
  }

  /** {@return these as tables of which a star stands for what is not known of the name} */
  static SortedSet<ObjectId> templates(SortedSet<ObjectId> shapes) {
    var templates = new TreeSet<ObjectId>();
    for (ObjectId id : shapes) {
      String name = id.parent().isEmpty() ? id.name() : id.parent();
      templates.add(ObjectId.table(id.schema(), name.replace(MARK, "*")));
    }
    return templates;
  }

  /** {@return whether the event makes or changes shapes only} */
  static boolean concerns(SchemaEvent event) {
    return switch (event) {
      case SchemaEvent.Created created -> isShape(created.object().id());
      case SchemaEvent.Altered altered -> isShape(altered.after().id());
      case SchemaEvent.Dropped dropped -> isShape(dropped.object().id());
      case SchemaEvent.Renamed renamed ->
          isShape(renamed.before().id()) && isShape(renamed.after().id());
    };
  }

  /**
   * {@return {@code expected} with every table of {@code actual} that fits a shape in its place}
   */
  static SchemaModel fit(SchemaModel expected, SchemaModel actual) {
    var shapes = new Shapes(expected);
    if (shapes.isEmpty()) {
      return expected;
    }
    var objects =
        new ArrayList<SchemaObject>(
            expected.objects().stream().filter(object -> !belongsToShape(object)).toList());
    tables(actual)
        .filter(table -> !expected.contains(table.id()))
        .forEach(table -> place(table, shapes, expected, actual, objects));
    return SchemaModel.of(objects);
  }

  /** {@return what tables of {@code actual} lack of their shapes whose constants are open} */
  static List<LostConstants.Lost> lost(SchemaModel expected, SchemaModel actual) {
    var shapes = new Shapes(expected);
    var lost = new ArrayList<LostConstants.Lost>();
    tables(actual)
        .filter(table -> !expected.contains(table.id()))
        .forEach(
            table ->
                shapes
                    .of(table)
                    .ifPresent(
                        shape -> {
                          ShapeFilling filling = filling(shape, table).orElseThrow();
                          for (SchemaObject part : expected.childrenOf(shape.id())) {
                            ObjectId id = filling.id(part.id());
                            if (ClockConstants.isOpen(part) && !actual.contains(id)) {
                              lost.add(new LostConstants.Lost(id, filling.value()));
                            }
                          }
                        }));
    return lost;
  }

  private static Stream<Table> tables(SchemaModel model) {
    return model.ofKind(Kind.TABLE).stream().map(Table.class::cast);
  }

  private static Comparator<Table> mostKnownFirst() {
    return Comparator.<Table>comparingInt(shape -> -shape.id().name().length())
        .thenComparing(Table::id);
  }

  private static boolean belongsToShape(SchemaObject object) {
    return isShape(object.id())
        || object instanceof Comment comment && isShape(comment.target())
        || object instanceof Sequence sequence
            && sequence.ownedBy().filter(Shapes::isShape).isPresent();
  }

  private static void place(
      Table table,
      Shapes shapes,
      SchemaModel expected,
      SchemaModel actual,
      List<SchemaObject> objects) {
    shapes
        .of(table)
        .ifPresent(
            shape -> {
              ShapeFilling filling = filling(shape, table).orElseThrow();
              expected.objects().stream()
                  .filter(object -> isPartOf(object, shape.id()))
                  .map(object -> filling.fill(object, actual))
                  .flatMap(object -> named(object, actual).stream())
                  .forEach(objects::add);
            });
  }

  /** How long the table's name is decides what its indexes' names are cut to. */
  private static Optional<SchemaObject> named(SchemaObject object, SchemaModel actual) {
    return object instanceof PartitionIndex part
        ? actual.childrenOf(Rewriter.owner(part.id())).stream()
            .filter(PartitionIndex.class::isInstance)
            .map(PartitionIndex.class::cast)
            .filter(own -> own.original().equals(part.original()))
            .findFirst()
            .map(
                own ->
                    new PartitionIndex(
                        own.id(), part.original(), part.options(), part.tablespace()))
        : Optional.of(object);
  }

  private static Optional<ShapeFilling> filling(Table shape, Table table) {
    if (!shape.id().schema().equals(table.id().schema())) {
      return Optional.empty();
    }
    Matcher matcher = pattern(shape.id().name()).matcher(table.id().name());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var filling = new ShapeFilling(matcher.group(1), table);
    Optional<ObjectId> parent =
        shape.partitionOf().map(partition -> filling.id(partition.parent()));
    return parent.equals(table.partitionOf().map(Table.Partition::parent))
        ? Optional.of(filling)
        : Optional.empty();
  }

  /** The first hole is a group, the others are the same text again. */
  private static Pattern pattern(String name) {
    String[] pieces = name.split(MARK, -1);
    var pattern = new StringBuilder(Pattern.quote(pieces[0]));
    for (int i = 1; i < pieces.length; i++) {
      pattern.append(i == 1 ? "(.+)" : "\\1").append(Pattern.quote(pieces[i]));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private static boolean isPartOf(SchemaObject object, ObjectId shape) {
    ObjectId id = object instanceof Comment comment ? comment.target() : object.id();
    return id.equals(shape)
        || id.belongsTo(shape)
        || object instanceof Sequence sequence
            && sequence.ownedBy().filter(column -> column.belongsTo(shape)).isPresent();
  }
}
