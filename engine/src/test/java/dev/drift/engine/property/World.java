package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What there is in the database, to make the next statement of, and the dice. */
final class World {
  private static final List<String> NAMES =
      List.of("a", "b", "c", "d", "item", "kind", "Mixed", "user");

  private final SchemaModel model;
  private final Random random;
  private final int major;

  World(SchemaModel model, Random random, int major) {
    this.model = model;
    this.random = random;
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
    return random.nextInt(100) < percent;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> from) {
    if (from.isEmpty()) {
      throw new Nothing();
    }
    return from.get(random.nextInt(from.size()));
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
    return Identifiers.quote(pick(NAMES) + maybe(30, "" + number(3)));
  }

  /** {@return a name for a relation, type or routine, sometimes with its schema} */
  String newName(String prefix) {
    String name = Identifiers.quote(prefix + (1 + number(6)));
    return chance(70) ? name : schema() + '.' + name;
  }

  /** {@return a schema's name, quoted} */
  String schema() {
    return Identifiers.quote(pick(sorted(Kind.SCHEMA)).id().name());
  }

  List<SchemaObject> sorted(Kind kind) {
    return model.ofKind(kind).stream().sorted(Comparator.comparing(SchemaObject::id)).toList();
  }

  SchemaObject any(Kind... kinds) {
    return pick(Arrays.stream(kinds).flatMap(kind -> sorted(kind).stream()).toList());
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
    return pick(columns(relation));
  }

  /** {@return some of a table's columns, in an order of their own, quoted, with commas} */
  String someColumns(ObjectId relation, int most) {
    List<Column> columns = columns(relation);
    if (columns.isEmpty()) {
      throw new Nothing();
    }
    int count = 1 + number(Math.min(most, columns.size()));
    return random
        .ints(0, columns.size())
        .distinct()
        .limit(count)
        .mapToObj(i -> quoted(columns.get(i).id()))
        .collect(Collectors.joining(", "));
  }

  /** {@return something that hangs on a relation} */
  SchemaObject child(ObjectId relation, Kind... kinds) {
    List<Kind> wanted = Arrays.asList(kinds);
    return pick(
        model.childrenOf(relation).stream()
            .filter(object -> wanted.contains(object.id().kind()))
            .sorted(Comparator.comparing(SchemaObject::id))
            .toList());
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
