package dev.drift.engine.plan;

import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.List;

/** What an object gets last, once others are there: its parent, its owner, its functions. */
final class FinishOrder {
  private final Fates fates;
  private final Dependencies after;
  private final Precedence precedence;

  FinishOrder(Fates fates, Dependencies after, Precedence precedence) {
    this.fates = fates;
    this.after = after;
    this.precedence = precedence;
  }

  /** What {@code object} waits for before its last step, and who waits for that. */
  void link(SchemaObject object) {
    ObjectId id = object.id();
    if (object instanceof Table table
        && (precedence.has(Verb.ATTACH, id) || precedence.has(Verb.DETACH, id))) {
      family(table);
    }
    if (object instanceof Sequence sequence) {
      sequence
          .ownedBy()
          .ifPresent(
              column -> {
                precedence.before(Verb.CREATE, column, Verb.FINISH, id);
                precedence.before(Verb.ALTER, column, Verb.FINISH, id);
              });
    }
    if (object instanceof BaseType type) {
      for (ObjectId function : after.functionsOf(type)) {
        precedence.before(Verb.CREATE, function, Verb.FINISH, id);
        precedence.before(Verb.ALTER, function, Verb.FINISH, id);
      }
    }
    if (object instanceof Table table) {
      for (SchemaObject part : fates.target().childrenOf(id)) {
        precedence.before(Verb.TIGHTEN, part.id(), Verb.FINISH, id);
      }
      for (SchemaObject sequence : fates.target().ofKind(Kind.SEQUENCE)) {
        if (sequence instanceof Sequence owned
            && owned.ownedBy().filter(column -> column.belongsTo(id)).isPresent()) {
          precedence.before(Verb.ALTER, id, Verb.FINISH, sequence.id());
        }
      }
      for (Kind kind : List.of(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE)) {
        for (String name :
            List.of(
                table.clusterOn().orElse(""),
                table.replicaIdentity().replaceFirst("^index ", ""))) {
          precedence.before(Verb.CREATE, table.id().child(kind, name), Verb.FINISH, id);
        }
      }
    }
  }

  /** A table leaves its parent before either's columns change and joins one afterwards. */
  private void family(Table table) {
    var members = new ArrayList<ObjectId>();
    for (Objects model : List.of(fates.actual(), fates.target())) {
      members.add(table.id());
      model
          .find(table.id(), Table.class)
          .ifPresent(
              member -> {
                members.addAll(member.inherits());
                member.partitionOf().ifPresent(partition -> members.add(partition.parent()));
              });
    }
    for (ObjectId member : members) {
      precedence.before(Verb.CREATE, member, Verb.ATTACH, table.id());
      precedence.before(Verb.DETACH, table.id(), Verb.DROP, member);
      for (Objects model : List.of(fates.actual(), fates.target())) {
        for (SchemaObject part : model.childrenOf(member)) {
          for (Verb verb : List.of(Verb.DROP, Verb.CREATE, Verb.ALTER, Verb.TIGHTEN)) {
            if (part.id().kind() == Kind.COLUMN || verb == Verb.DROP) {
              precedence.before(Verb.DETACH, table.id(), verb, part.id());
              precedence.before(verb, part.id(), Verb.ATTACH, table.id());
            }
          }
        }
      }
    }
  }
}
