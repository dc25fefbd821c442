package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;

/** Objects that live in no schema: event triggers, publications, servers and the like. */
final class GlobalObjects {
  private GlobalObjects() {}

  /** {@return the id of a new object}; rejects if the name is taken. */
  static ObjectId requireFree(Named name, Kind kind, Context context) {
    ObjectId id = ObjectId.global(kind, name.plain());
    if (context.objects().contains(id)) {
      throw Existing.taken(
          id, kind.words() + " \"" + name.plain() + "\" already exists", name.at(), context);
    }
    return id;
  }

  /** {@return the object of that name}; rejects, or leaves as opaque, if there is none. */
  static <T extends SchemaObject> T require(
      Named name, Kind kind, Class<T> record, Context context) {
    return context
        .objects()
        .find(ObjectId.global(kind, name.plain()), record)
        .orElseThrow(
            () ->
                Names.unknown(
                    name.name(),
                    kind.words() + " \"" + name.plain() + "\" does not exist",
                    name.at(),
                    context));
  }

  /** Decides {@code RENAME TO name} or {@code OWNER TO role}. {@return whether it was one} */
  static boolean renameOrOwner(TokenReader tokens, SchemaObject object, Changes changes) {
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      ObjectId id = requireFree(to, object.id().kind(), changes.context());
      Renames.rename(object.id(), id, changes);
      return true;
    }
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, object.id(), changes);
      return true;
    }
    return false;
  }
}
