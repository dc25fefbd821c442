package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What to throw where a name is already taken: a rejection, or opaque if that is not certain. */
final class Existing {
  private Existing() {}

  /** {@return what to throw where a relation of that name is there} */
  static RuntimeException relation(String schema, String name, Token at, Context context) {
    return taken(
        ObjectId.table(schema, name), "relation \"" + name + "\" already exists", at, context);
  }

  /** {@return what to throw where {@code id}'s name is taken} */
  static RuntimeException taken(ObjectId id, String message, Token at, Context context) {
    return context.doubt().concerns(id.schema(), id.name())
        ? new OpaqueException("depends on " + id.path(), new TreeSet<>(List.of(id)))
        : new RejectedException(message, at);
  }

  /** Rejects if an enum, domain or other type has the name that a relation's row type needs. */
  static void requireNoType(String schema, String name, Token at, Context context) {
    Optional<SchemaObject> type =
        TakenNames.type(context.objects(), schema, name)
            .filter(object -> Objects.TYPES.contains(object.id().kind()));
    if (type.isPresent()) {
      throw taken(type.get().id(), "type \"" + name + "\" already exists", at, context);
    }
  }
}
