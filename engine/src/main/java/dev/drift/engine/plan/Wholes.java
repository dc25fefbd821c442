package dev.drift.engine.plan;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.model.Sequence;
import java.util.Optional;

/** What an object goes away with. */
final class Wholes {
  private Wholes() {}

  /** {@return its relation or domain, its comment's subject, the column of an owned sequence} */
  static Optional<ObjectId> of(SchemaModel model, SchemaObject object) {
    return switch (object) {
      case Comment comment -> target(model, comment.target());
      case SecurityLabel label -> target(model, label.target());
      case ExtensionDependency dependency -> target(model, dependency.target());
      case Sequence sequence -> sequence.ownedBy();
      default -> owner(model, object.id());
    };
  }

  private static Optional<ObjectId> target(SchemaModel model, ObjectId target) {
    return model.contains(target) ? Optional.of(target) : owner(model, target);
  }

  /** {@return the relation or domain that {@code part} belongs to in {@code model}} */
  static Optional<ObjectId> owner(SchemaModel model, ObjectId part) {
    if (part.parent().isEmpty()) {
      return Optional.empty();
    }
    return model.named(part.schema(), part.parent()).stream()
        .map(SchemaObject::id)
        .filter(
            id ->
                id.parent().isEmpty()
                    && (id.kind() == Kind.DOMAIN) == (part.kind() == Kind.DOMAIN_CONSTRAINT)
                    && Objects.RELATIONS.contains(id.kind())
                        == (part.kind() != Kind.DOMAIN_CONSTRAINT))
        .findFirst();
  }
}
