package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import java.util.List;

/** Names for what a statement leaves unnamed: the first free one in the schema. */
final class TakenNames {
  private TakenNames() {}

  /** {@return whether a relation, index or sequence of that name is in the schema} */
  static boolean relation(Objects objects, String schema, String name) {
    return objects.relation(schema, name).isPresent()
        || objects.identityColumn(new QualifiedName(schema, name)).isPresent();
  }

  /** {@return whether a constraint of that name is on any table of the schema} */
  static boolean constraint(Objects objects, String schema, String name) {
    return objects.named(schema, name).stream()
        .anyMatch(object -> Objects.CONSTRAINTS.contains(object.id().kind()));
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
