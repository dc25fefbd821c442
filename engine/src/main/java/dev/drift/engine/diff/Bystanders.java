package dev.drift.engine.diff;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaModel;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

  /** {@return {@code differences} without any privileges on what is no object of {@code actual}} */
  public static List<Difference> without(List<Difference> differences, SchemaModel actual) {
    return differences.stream()
        .filter(
            difference ->
                !(difference.expected().or(difference::actual).orElseThrow()
                        instanceof Privileges privileges)
                    || belongs(privileges.target(), actual))
        .toList();
  }

  private static boolean belongs(ObjectId target, SchemaModel actual) {
    return actual.contains(target)
        || !target.parent().isEmpty()
        || actual.identityColumn(new QualifiedName(target.schema(), target.name())).isPresent();
  }

  /**
   * {@return {@code differences} without owners, but for those of what comes or goes as a whole}
   */
  public static List<Difference> withoutOwners(List<Difference> differences) {
    Set<ObjectId> missing = ids(differences, Difference::isMissing);
    Set<ObjectId> unexpected = ids(differences, Difference::isUnexpected);
    return differences.stream()
        .filter(
            difference ->
                !(difference.expected().or(difference::actual).orElseThrow() instanceof Owner owner)
                    || difference.isMissing() && missing.contains(owner.target())
                    || difference.isUnexpected() && unexpected.contains(owner.target()))
        .toList();
  }

  private static Set<ObjectId> ids(List<Difference> differences, Predicate<Difference> which) {
    return differences.stream().filter(which).map(Difference::id).collect(Collectors.toSet());
  }
}
