package dev.drift.engine.diff;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Differences that are nobody's concern unless the migrations speak of them. */
public final class Bystanders {
  private Bystanders() {}

  /**
   * {@return {@code differences} without privileges, not expected, on what is no object of the
   * database's schema: an extension's function, the server's own view}
   */
  public static List<Difference> leaveOut(List<Difference> differences, SchemaModel actual) {
    return differences.stream()
        .filter(
            difference ->
                !difference.isUnexpected()
                    || !(difference.actual().orElseThrow() instanceof Privileges privileges)
                    || belongs(privileges.target(), actual))
        .toList();
  }

  private static boolean belongs(ObjectId target, SchemaModel actual) {
    return actual.contains(target)
        || !target.parent().isEmpty()
        || actual.identityColumn(new QualifiedName(target.schema(), target.name())).isPresent();
  }

  /** {@return {@code differences} without owners, but for those of objects that are missing} */
  public static List<Difference> withoutOwners(List<Difference> differences) {
    Set<ObjectId> missing =
        differences.stream()
            .filter(Difference::isMissing)
            .map(Difference::id)
            .collect(Collectors.toSet());
    return differences.stream()
        .filter(
            difference ->
                difference.id().kind() != Kind.OWNER
                    || difference.isMissing() && missing.contains(target(difference)))
        .toList();
  }

  private static ObjectId target(Difference difference) {
    SchemaObject object = difference.expected().orElseThrow();
    return object instanceof Owner owner ? owner.target() : object.id();
  }
}
