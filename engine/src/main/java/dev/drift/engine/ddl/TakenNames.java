package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names for what a statement leaves unnamed: the first free one in the schema. */
final class TakenNames {
  private static final Set<Kind> ROWS =
      Set.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

  private TakenNames() {}

  /** {@return whether a relation, index or sequence of that name is in the schema} */
  static boolean relation(Objects objects, String schema, String name) {
    return objects.relation(schema, name).isPresent()
        || objects.identityColumn(new QualifiedName(schema, name)).isPresent();
  }

  /**
   * {@return what has the type of that name in the schema: a type itself, a relation by its rows, a
   * range type by its multirange}
   */
  static Optional<SchemaObject> type(Objects objects, String schema, String name) {
    var multirange = Optional.of(new QualifiedName(schema, name));
    return Stream.concat(
            objects.named(schema, name).stream().filter(object -> isType(object.id().kind())),
            objects.ofKind(Kind.RANGE_TYPE).stream()
                .filter(type -> ((RangeType) type).multirange().equals(multirange)))
        .findFirst();
  }

  /** {@return whether objects of that kind are types, or have one for their rows} */
  static boolean isType(Kind kind) {
    return Objects.TYPES.contains(kind) || ROWS.contains(kind);
  }

  /** {@return whether a constraint of that name is on any table of the schema} */
  static boolean constraint(Objects objects, String schema, String name) {
    return objects.named(schema, name).stream()
            .anyMatch(object -> Objects.CONSTRAINTS.contains(object.id().kind()))
        || !objects.notNulls(new QualifiedName(schema, name)).isEmpty();
  }

  /** {@return a free relation name ({@code ChooseRelationName})} */
  static String chooseRelation(Objects objects, String schema, List<String> parts, String label) {
    return GeneratedNames.free(
        parts.get(0), parts.get(1), label, name -> relation(objects, schema, name));
  }

  /** {@return a free name for a constraint with an index ({@code ChooseRelationName})} */
  static String chooseKey(Objects objects, String schema, List<String> parts, String label) {
    return GeneratedNames.free(
        parts.get(0),
        parts.get(1),
        label,
        name -> relation(objects, schema, name) || constraint(objects, schema, name));
  }

  /** {@return a free name for a constraint without index ({@code ChooseConstraintName})} */
  static String chooseConstraint(Objects objects, String schema, List<String> parts, String label) {
    return GeneratedNames.free(
        parts.get(0), parts.get(1), label, name -> constraint(objects, schema, name));
  }
}
