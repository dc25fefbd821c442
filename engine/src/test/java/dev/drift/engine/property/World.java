package dev.drift.engine.property;

import dev.drift.engine.choice.Dice;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What there is in the database, to make the next statement of, and the dice. */
final class World {
  private static final List<String> NAMES =
      List.of("a", "b", "c", "d", "item", "kind", "Mixed", "user");

  private final SchemaModel model;
  private final Dice dice;
  private final int major;

  World(SchemaModel model, Dice dice, int major) {
    this.model = model;
    this.dice = dice;
    this.major = major;
  }

  /** There is nothing of the kind that a statement needs. */
  static final class Nothing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Nothing() {
      super("nothing", null, false, false);
    }
  }

  int major() {
    return major;
  }

  SchemaModel model() {
    return model;
  }

  boolean chance(int percent) {
    return dice.chance(percent);
  }

  int number(int bound) {
    return dice.below(bound);
  }

  <T> T pick(List<T> from) {
    if (from.isEmpty()) {
      throw new Nothing();
    }
    return dice.one(from);
  }

  /** {@return one of them: the same one where others, that it was not, are missing} */
  <T extends SchemaObject> T pickObject(List<T> from) {
    int roll = dice.roll();
    return from.stream()
        .min(Comparator.comparing(object -> mixed(object.id().toString().hashCode() ^ roll)))
        .orElseThrow(Nothing::new);
  }

  /** A number that tells nothing of the one that it is made of. */
  private static int mixed(int number) {
    int mixed = number * 0x9E3779B9;
    mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    return mixed ^ mixed >>> 13;
  }

  String either(String... texts) {
    return pick(Arrays.asList(texts));
  }

  /** {@return {@code text} in so many of a hundred cases, else nothing} */
  String maybe(int percent, String text) {
    return chance(percent) ? text : "";
  }

  @SafeVarargs
  final String oneOf(Supplier<String>... makers) {
    return pick(Arrays.asList(makers)).get();
  }

  /** {@return a name, quoted, that may well be taken} */
  String name() {
    return name("");
  }

  /** {@return a name that ends so, quoted} */
  String name(String end) {
    return Identifiers.quote(pick(NAMES) + maybe(30, "" + number(3)) + end);
  }

  /** {@return a name for a relation, type or routine, sometimes with its schema} */
  String newName(String prefix) {
    String name = Identifiers.quote(prefix + (1 + number(6)));
    return chance(70) ? name : schema() + '.' + name;
  }

  /** {@return a schema's name, quoted} */
  String schema() {
    return Identifiers.quote(pickObject(sorted(Kind.SCHEMA)).id().name());
  }

  List<SchemaObject> sorted(Kind kind) {
    return model.ofKind(kind).stream().sorted(Comparator.comparing(SchemaObject::id)).toList();
  }

  SchemaObject any(Kind... kinds) {
    return pickObject(Arrays.stream(kinds).flatMap(kind -> sorted(kind).stream()).toList());
  }

  Table table() {
    return (Table) any(Kind.TABLE);
  }

  List<Column> columns(ObjectId relation) {
    return model.childrenOf(relation).stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .sorted(Comparator.comparing(Column::position))
        .toList();
  }

  Column column(ObjectId relation) {
    return pickObject(columns(relation));
  }

  /** {@return some of a table's columns, in an order of their own, quoted, with commas} */
  String someColumns(ObjectId relation, int most) {
    var left = new ArrayList<Column>(columns(relation));
    var names = new ArrayList<String>();
    for (int i = number(Math.clamp(left.size(), 1, most)); i >= 0; i--) {
      Column column = pickObject(left);
      left.remove(column);
      names.add(quoted(column.id()));
    }
    return String.join(", ", names);
  }

  /** {@return something that hangs on a relation} */
  SchemaObject child(ObjectId relation, Kind... kinds) {
    List<Kind> wanted = Arrays.asList(kinds);
    return pickObject(
        model.childrenOf(relation).stream()
            .filter(object -> wanted.contains(object.id().kind()))
            .sorted(Comparator.comparing(SchemaObject::id))
            .toList());
  }

  /** {@return a table and a column of it} */
  Spot spot() {
    return spot(table());
  }

  /** {@return a table and a column of it} */
  Spot spot(Table table) {
    Column column = column(table.id());
    return new Spot(table, column, sql(table.id()), quoted(column.id()));
  }

  /**
   * A column of a table.
   *
   * @param on how the table is written
   * @param name how the column is written
   */
  record Spot(Table table, Column column, String on, String name) {}

  /** {@return a function that returns that: a trigger's} */
  String functionFor(String returned) {
    return sql(
        pickObject(
                sorted(Kind.FUNCTION).stream()
                    .map(Routine.class::cast)
                    .filter(r -> r.returns().filter(t -> t.isBuiltin(returned)).isPresent())
                    .toList())
            .id());
  }

  /** {@return the relation or domain that something belongs to, with its schema} */
  static String owner(ObjectId part) {
    return Identifiers.quote(part.schema()) + '.' + Identifiers.quote(part.parent());
  }

  /** {@return the types in parentheses behind a routine's name} */
  static String arguments(ObjectId routine) {
    return routine.name().substring(routine.name().indexOf('('));
  }

  /** {@return a routine with its argument types} */
  String routine(ObjectId id) {
    return sql(id) + arguments(id);
  }

  /** {@return how an object is written: with its schema where that is not public, or at times} */
  String sql(ObjectId id) {
    String name = Identifiers.quote(routineName(id));
    return id.schema().equals("public") && chance(70)
        ? name
        : Identifiers.quote(id.schema()) + '.' + name;
  }

  private static String routineName(ObjectId id) {
    int open = id.name().indexOf('(');
    return open > 0 ? id.name().substring(0, open) : id.name();
  }

  static String quoted(ObjectId id) {
    return Identifiers.quote(id.name());
  }

  String type(TypeName type) {
    return dev.drift.engine.canon.Types.sql(type);
  }
}
