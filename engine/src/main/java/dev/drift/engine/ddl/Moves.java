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
    return decide(tokens, object.id(), changes);
  }

  /** Decides the action, or {@code OWNER TO role}, if it comes next. {@return whether it did} */
  static boolean orOwner(TokenReader tokens, SchemaObject object, Changes changes) {
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, object.id(), changes);
      return true;
    }
    return decide(tokens, object, changes);
  }

  /** Decides the action if it comes next, on what is part of another object. */
  static boolean decide(TokenReader tokens, ObjectId id, Changes changes) {
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      rename(id, id.withName(to.plain()), to, changes);
      return true;
    }
    if (tokens.accept("set", "schema")) {
      Named to = Named.readGlobal(tokens);
      Names.requireSchema(to.plain(), to.at(), changes.context());
      ObjectId there = id.withSchema(to.plain());
      if (!there.equals(id)) {
        rename(id, there, to, changes);
      }
      return true;
    }
    return false;
  }

  /** Not even the name that it has is free. */
  private static void rename(ObjectId from, ObjectId to, Named at, Changes changes) {
    requireFree(to, at, changes);
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
    if (changes.objects().contains(to)) {
      throw Existing.taken(
          to,
          "%s \"%s\" already exists in schema \"%s\""
              .formatted(to.kind().words(), to.name(), to.schema()),
          at.at(),
          changes.context());
    }
  }
}
