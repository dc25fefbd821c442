package dev.drift.engine.ddl;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies and rules whose conditions ask other relations than their own. */
final class Conditions {
  private Conditions() {}

  /** {@return those among which are all that name {@code relation} from another's conditions} */
  static List<SchemaObject> beside(ObjectId relation, Objects objects) {
    return around(relation, objects).stream()
        .filter(object -> !object.id().belongsTo(relation))
        .toList();
  }

  /** {@return those among which are all that have one of {@code relation}'s columns} */
  static List<SchemaObject> around(ObjectId relation, Objects objects) {
    return Stream.of(Kind.POLICY, Kind.RULE)
        .flatMap(kind -> objects.ofKind(kind).stream())
        .filter(
            object ->
                object.id().belongsTo(relation)
                    || of(object).anyMatch(each -> each.sql().contains(relation.name())))
        .toList();
  }

  /** {@return the conditions of a policy or rule} */
  static Stream<Expression> of(SchemaObject object) {
    return switch (object) {
      case Policy policy -> Stream.of(policy.using(), policy.check()).flatMap(Optional::stream);
      case RewriteRule rule -> rule.condition().stream();
      default -> Stream.empty();
    };
  }
}
