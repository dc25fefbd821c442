package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.model.Sequence;
import java.util.Optional;
import java.util.stream.Stream;

/** What an object goes away with. */
final class Wholes {
  private Wholes() {}

  /** {@return its relation or domain, its comment's subject, the column of an owned sequence} */
  static Optional<ObjectId> of(SchemaModel model, SchemaObject object) {
    return switch (object) {
      case Comment comment -> subject(model, comment.target());
      case SecurityLabel label -> subject(model, label.target());
      case ExtensionDependency dependency -> subject(model, dependency.target());
      case Owner owner -> subject(model, owner.target());
      case Privileges privileges -> subject(model, privileges.target());
      case DefaultPrivileges defaults ->
          Optional.of(ObjectId.global(Kind.SCHEMA, defaults.id().schema())).filter(model::contains);
      case Sequence sequence -> sequence.ownedBy();
      case PartitionIndex part -> Optional.of(part.original());
      case PartitionTrigger part -> Optional.of(part.original());
      default -> owner(model, object.id());
    };
  }

  /** What a comment or a privilege goes away with: an identity's sequence is none by itself. */
  private static Optional<ObjectId> subject(SchemaModel model, ObjectId target) {
    return model.contains(target)
        ? Optional.of(target)
        : key(model, target)
            .or(() -> owner(model, target))
            .or(
                () ->
                    model
                        .identityColumn(new QualifiedName(target.schema(), target.name()))
                        .map(Column::id));
  }

  /** {@return the constraint that the index {@code target} stands behind} */
  static Optional<ObjectId> key(SchemaModel model, ObjectId target) {
    return target.kind() == Kind.INDEX
        ? Stream.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION)
            .map(kind -> new ObjectId(kind, target.schema(), target.parent(), target.name()))
            .filter(model::contains)
            .findFirst()
        : Optional.empty();
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
