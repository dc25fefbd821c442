package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.UserMapping;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code CREATE}, {@code ALTER} and {@code DROP USER MAPPING} (foreigncmds.c). */
final class UserMappingStatements {
  private UserMappingStatements() {}

  /** The mapping that a statement names. */
  private record Reference(ObjectId id, Token at, Named server) {}

  /** {@code CREATE USER MAPPING [IF NOT EXISTS] FOR role SERVER name [OPTIONS (…)]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "user", "mapping");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Reference reference = reference(tokens, context);
    GlobalObjects.require(reference.server(), Kind.SERVER, ForeignServer.class, context);
    ObjectId id = reference.id();
    if (context.objects().contains(id)) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw Existing.taken(
          id,
          "user mapping for \"" + id.name() + "\" already exists for server \"" + id.parent() + '"',
          reference.at(),
          context);
    }
    var changes = new Changes(context);
    changes.create(new UserMapping(id, ForeignOptions.read(tokens)));
    return changes.effects();
  }

  /** {@code ALTER USER MAPPING FOR role SERVER name OPTIONS (…)}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "user", "mapping");
    Reference reference = reference(tokens, context);
    var before = (UserMapping) require(reference, context);
    var changes = new Changes(context);
    changes.alter(
        before, new UserMapping(before.id(), ForeignOptions.read(tokens, before.options())));
    return changes.effects();
  }

  /** {@code DROP USER MAPPING [IF EXISTS] FOR role SERVER name}. */
  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop", "user", "mapping");
    boolean ifExists = tokens.accept("if", "exists");
    Reference reference = reference(tokens, context);
    var changes = new Changes(context);
    Optional<SchemaObject> found = context.objects().find(reference.id());
    if (found.isPresent() || !ifExists) {
      changes.drop(found.orElseGet(() -> require(reference, context)));
    }
    return changes.effects();
  }

  /** CURRENT_USER is taken to be who looks at the database now. */
  private static Reference reference(TokenReader tokens, Context context) {
    tokens.expect("for");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a role"));
    boolean whoRuns =
        tokens.at("current_user")
            || tokens.at("current_role")
            || tokens.at("session_user")
            || tokens.at("user");
    String written = tokens.name();
    String role = whoRuns ? context.session().currentRole() : written;
    tokens.expect("server");
    Named server = Named.readGlobal(tokens);
    if (role.equals(Roles.SOMEONE)) {
      throw new OpaqueException(
          "depends on who runs the migration",
          new TreeSet<>(List.of(UserMapping.idOf(server.plain(), "*"))));
    }
    return new Reference(UserMapping.idOf(server.plain(), role), at, server);
  }

  private static SchemaObject require(Reference reference, Context context) {
    return context
        .objects()
        .find(reference.id())
        .orElseThrow(
            () ->
                Names.unknown(
                    reference.server().name(),
                    "user mapping for \""
                        + reference.id().name()
                        + "\" does not exist for server \""
                        + reference.id().parent()
                        + '"',
                    reference.at(),
                    context));
  }
}
