package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;

/** {@code RENAME TO name} and {@code SET SCHEMA schema}, the same for every kind in a schema. */
final class Moves {
  private Moves() {}

  /** Decides the action if it comes next. {@return whether it did} */
  static boolean decide(TokenReader tokens, SchemaObject object, Changes changes) {
    ObjectId id = object.id();
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      move(id, id.withName(to.plain()), to, changes);
      return true;
    }
    if (tokens.accept("set", "schema")) {
      Named to = Named.readGlobal(tokens);
      Names.requireSchema(to.plain(), to.at(), changes.context());
      move(id, id.withSchema(to.plain()), to, changes);
      return true;
    }
    return false;
  }

  private static void move(ObjectId from, ObjectId to, Named at, Changes changes) {
    if (!from.equals(to)) {
      requireFree(to, at, changes);
    }
    Renames.rename(from, to, changes);
  }

  private static void requireFree(ObjectId to, Named at, Changes changes) {
    for (SchemaObject other : changes.objects().named(to.schema(), to.name())) {
      if (Objects.RELATIONS.contains(to.kind()) && Objects.RELATIONS.contains(other.id().kind())) {
        throw new RejectedException("relation \"" + to.name() + "\" already exists", at.at());
      }
    }
    if (TakenNames.isType(to.kind())
        && TakenNames.type(changes.objects(), to.schema(), to.name()).isPresent()) {
      throw new RejectedException("type \"" + to.name() + "\" already exists", at.at());
    }
  }
}
