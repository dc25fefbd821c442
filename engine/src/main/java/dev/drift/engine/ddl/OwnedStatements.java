package dev.drift.engine.ddl;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Owned;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/** {@code REASSIGN OWNED} and {@code DROP OWNED} (pg_shdepend.c). */
final class OwnedStatements {
  private OwnedStatements() {}

  /** {@code REASSIGN OWNED BY role, … TO role}. */
  static Decision reassign(TokenReader tokens, Context context) {
    tokens.expect("reassign", "owned", "by");
    List<String> from = RoleNames.list(tokens, context.session());
    tokens.expect("to");
    String to = RoleNames.read(tokens, context.session());
    var changes = new Changes(context);
    var ownership = new Ownership(changes);
    for (ObjectId id : owned(from, ownership, changes)) {
      ownership.change(id, to);
    }
    return changes.effects();
  }

  /** {@code DROP OWNED BY role, … [CASCADE]}: what is theirs, and what was granted to them. */
  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop", "owned", "by");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a role"));
    List<String> roles = RoleNames.list(tokens, context.session());
    boolean cascade = tokens.accept("cascade");
    var changes = new Changes(context);
    var ownership = new Ownership(changes);
    List<SchemaObject> theirs =
        owned(roles, ownership, changes).stream()
            .flatMap(id -> changes.objects().find(id).stream())
            .toList();
    if (!theirs.isEmpty()) {
      Dependents.drop(theirs, cascade, at, changes);
    }
    for (String role : roles) {
      forget(role, ownership, changes);
    }
    return changes.effects();
  }

  private static List<ObjectId> owned(List<String> roles, Ownership ownership, Changes changes) {
    var owned = new ArrayList<ObjectId>();
    boolean all = roles.contains(changes.context().session().roles().migrating());
    if (!all) {
      changes.objects().ofKind(Kind.OWNER).stream()
          .map(Owner.class::cast)
          .filter(owner -> roles.contains(owner.role()))
          .forEach(owner -> owned.add(owner.target()));
      return owned;
    }
    for (Kind kind : Kind.values()) {
      if (Owned.has(kind)) {
        changes.objects().ofKind(kind).stream()
            .map(SchemaObject::id)
            .filter(id -> roles.contains(ownership.owner(id)))
            .forEach(owned::add);
      }
    }
    return owned;
  }

  private static void forget(String role, Ownership ownership, Changes changes) {
    for (SchemaObject object : List.copyOf(changes.objects().ofKind(Kind.PRIVILEGES))) {
      Privileges privileges = (Privileges) object;
      SortedSet<Grant> left = Acl.withoutRole(privileges.grants(), role);
      if (!Objects.equals(left, privileges.grants())) {
        ownership.set(privileges.target(), left);
      }
    }
    for (SchemaObject object : List.copyOf(changes.objects().ofKind(Kind.DEFAULT_PRIVILEGES))) {
      DefaultPrivileges defaults = (DefaultPrivileges) object;
      if (defaults.role().equals(role)) {
        changes.drop(defaults);
      } else {
        DefaultPrivilegeStatements.forget(defaults, role, changes);
      }
    }
  }
}
