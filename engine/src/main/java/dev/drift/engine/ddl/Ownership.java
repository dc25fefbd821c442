package dev.drift.engine.ddl;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Grantable;
import dev.drift.engine.canon.Owned;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whose an object is and what may be done with it, from when it is made until it goes. */
final class Ownership {
  private static final ObjectId PUBLIC = ObjectId.global(Kind.SCHEMA, "public");

  private final Changes changes;
  private final Objects objects;
  private final Session session;

  Ownership(Changes changes) {
    this.changes = changes;
    this.objects = changes.objects();
    this.session = changes.context().session();
  }

  /** {@return the role that owns {@code target}, or the relation that it is a column of} */
  String owner(ObjectId target) {
    if (target.kind() == Kind.COLUMN) {
      return objects.named(target.schema(), target.parent()).stream()
          .map(SchemaObject::id)
          .filter(id -> Grantable.of(id.kind()).filter(Grantable.TABLE::equals).isPresent())
          .findFirst()
          .map(this::owner)
          .orElse(session.roles().migrating());
    }
    Optional<Column> identity = identity(target);
    if (identity.isPresent()) {
      return owner(identity.get().id());
    }
    return objects
        .find(target.facet(Kind.OWNER), Owner.class)
        .map(Owner::role)
        .orElseGet(() -> usualOwner(target));
  }

  /** Who owns what nothing is said about. */
  private String usualOwner(ObjectId target) {
    return target.equals(PUBLIC) ? session.roles().ownerOfPublic() : session.roles().migrating();
  }

  /** {@return what everyone may do with {@code target}} */
  SortedSet<Grant> grants(ObjectId target) {
    return objects
        .find(target.facet(Kind.PRIVILEGES), Privileges.class)
        .map(Privileges::grants)
        .orElseGet(() -> Grantable.defaults(target, session.serverMajor()));
  }

  /** Sets what everyone may do with {@code target}. */
  void set(ObjectId target, SortedSet<Grant> grants) {
    Optional<SchemaObject> before = objects.find(target.facet(Kind.PRIVILEGES));
    if (grants.equals(Grantable.defaults(target, session.serverMajor()))) {
      before.ifPresent(changes::drop);
      return;
    }
    Privileges after = Privileges.on(target, grants);
    before.ifPresentOrElse(existing -> changes.alter(existing, after), () -> changes.create(after));
  }

  /** Reads a role and makes it the owner of {@code target} and of the sequences it owns. */
  static void change(TokenReader tokens, ObjectId target, Changes changes) {
    String role = RoleNames.read(tokens, changes.context().session());
    new Ownership(changes).change(target, role);
  }

  /** Makes {@code role} the owner of {@code target} and of the sequences it owns. */
  void change(ObjectId target, String role) {
    for (SchemaObject part : objects.childrenOf(target)) {
      if (part instanceof Privileges column) {
        set(column.target(), Acl.ownedBy(column.grants(), role));
      } else if (part instanceof Column column) {
        column.identity().ifPresent(identity -> change(sequence(identity.sequence()), role));
      }
    }
    for (SchemaObject object : objects.referrersTo(target)) {
      if (object instanceof Sequence sequence
          && sequence.ownedBy().filter(column -> column.belongsTo(target)).isPresent()) {
        change(sequence.id(), role);
      }
    }
    if (Owned.has(target.kind()) && !owner(target).equals(role)) {
      if (Grantable.of(target.kind()).isPresent()) {
        set(target, Acl.ownedBy(grants(target), role));
      }
      own(target, role);
    }
  }

  /** The column whose identity {@code target} is behind, if it is such a sequence. */
  private Optional<Column> identity(ObjectId target) {
    return target.kind() == Kind.SEQUENCE
        ? objects.identityColumn(new QualifiedName(target.schema(), target.name()))
        : Optional.empty();
  }

  /** What is behind an identity always belongs to the owner of the table. */
  private void own(ObjectId target, String role) {
    if (identity(target).isPresent()) {
      return;
    }
    Optional<SchemaObject> before = objects.find(target.facet(Kind.OWNER));
    if (usualOwner(target).equals(role)) {
      before.ifPresent(changes::drop);
      return;
    }
    Owner after = Owner.of(target, role);
    before.ifPresentOrElse(existing -> changes.alter(existing, after), () -> changes.create(after));
  }

  /** What comes with a new object: its maker as owner, and the default privileges. */
  void created(SchemaObject object) {
    if (object instanceof Column column) {
      column.identity().ifPresent(identity -> created(sequence(identity.sequence())));
    } else if (object.id().kind() != Kind.COLUMN) {
      created(object.id());
    }
  }

  private void created(ObjectId id) {
    String role = session.currentRole();
    if (Owned.has(id.kind()) && !role.equals(usualOwner(id))) {
      own(id, role);
    }
    Optional<Grantable> grantable = Grantable.of(id.kind());
    if (grantable.isEmpty()) {
      return;
    }
    if (id.equals(PUBLIC) || !objects.ofKind(Kind.DEFAULT_PRIVILEGES).isEmpty()) {
      SortedSet<Grant> usual = grantable.get().defaults(session.serverMajor());
      set(id, byDefault(role, id.schema(), grantable.get(), usual));
    }
  }

  /** get_user_default_acl in aclchk.c: where nobody is to have anything, it is as usual. */
  private SortedSet<Grant> byDefault(
      String role, String schema, Grantable grantable, SortedSet<Grant> usual) {
    SortedSet<Grant> grants = defaults(role, "", grantable).orElse(usual);
    SortedSet<Grant> all =
        schema.isEmpty()
            ? grants
            : Acl.with(grants, defaults(role, schema, grantable).orElseGet(TreeSet::new));
    return all.isEmpty() ? usual : all;
  }

  /** {@return what new objects of each class get in {@code schema}, where that is not the usual} */
  SortedMap<String, SortedSet<Grant>> ofNew(String schema) {
    var grants = new TreeMap<String, SortedSet<Grant>>();
    for (Grantable grantable : Grantable.values()) {
      SortedSet<Grant> usual = grantable.defaults(session.serverMajor());
      String in = grantable == Grantable.SCHEMA ? "" : schema;
      SortedSet<Grant> now = byDefault(session.currentRole(), in, grantable, usual);
      if (!grantable.plural().isEmpty() && !now.equals(usual)) {
        grants.put(grantable.plural(), now);
      }
    }
    return grants;
  }

  private Optional<SortedSet<Grant>> defaults(String role, String schema, Grantable grantable) {
    return objects
        .find(DefaultPrivileges.id(role, schema, grantable.plural()), DefaultPrivileges.class)
        .map(DefaultPrivileges::grants);
  }

  /** What comes and goes with a column's identity. */
  void altered(SchemaObject before, SchemaObject after) {
    if (before instanceof Column old && after instanceof Column now) {
      Optional<ObjectId> was = old.identity().map(identity -> sequence(identity.sequence()));
      Optional<ObjectId> is = now.identity().map(identity -> sequence(identity.sequence()));
      if (was.isPresent() && is.isPresent()) {
        move(was.get(), is.get());
      } else {
        was.ifPresent(this::forget);
        is.ifPresent(this::created);
      }
    }
  }

  private void move(ObjectId from, ObjectId to) {
    if (!from.equals(to)) {
      objects
          .find(from.facet(Kind.OWNER), Owner.class)
          .ifPresent(owner -> changes.rename(owner, Owner.of(to, owner.role())));
      objects
          .find(from.facet(Kind.PRIVILEGES), Privileges.class)
          .ifPresent(old -> changes.rename(old, Privileges.on(to, old.grants())));
    }
  }

  /** {@return whether the object says whose another is, or what may be done with it} */
  static boolean isPart(SchemaObject object) {
    return object instanceof Owner || object instanceof Privileges;
  }

  /** What goes with an object. */
  void dropped(SchemaObject object) {
    forget(object.id());
    if (object instanceof Column column) {
      column.identity().ifPresent(identity -> forget(sequence(identity.sequence())));
    }
  }

  private void forget(ObjectId id) {
    objects.find(id.facet(Kind.OWNER)).ifPresent(changes::drop);
    objects.find(id.facet(Kind.PRIVILEGES)).ifPresent(changes::drop);
  }

  private static ObjectId sequence(QualifiedName name) {
    return ObjectId.of(Kind.SEQUENCE, name.schema(), name.name());
  }
}
