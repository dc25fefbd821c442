package dev.drift.engine.catalog;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The access control lists of all catalogs to {@link Privileges}, and owners that are not the usual
 * one to {@link Owner}.
 *
 * <p>What belongs to the server or to an extension stands without schema, and only if its list is
 * no longer the one it came with.
 */
final class PrivilegeReader implements CatalogReader {
  private static final ObjectId PUBLIC = ObjectId.global(Kind.SCHEMA, "public");

  @Override
  public String family() {
    return "privileges";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      if (row.flag("member")) {
        readMember(row, reading);
      } else {
        target(row, reading).ifPresent(target -> readOwn(row, target, reading));
      }
    }
  }

  private static Optional<ObjectId> target(CatalogRow row, Reading reading) {
    String oid = row.text("oid");
    if (!row.text("catalog").equals("pg_class")) {
      return reading.object(row.text("catalog"), oid);
    }
    Optional<ObjectId> relation = reading.ownRelation(oid).map(Relation::id);
    return row.number("number") == 0
        ? relation
        : relation.map(id -> ObjectId.column(id, row.text("name")));
  }

  private static void readOwn(CatalogRow row, ObjectId target, Reading reading) {
    int major = row.number("major");
    if (row.flag("owned") && row.number("number") == 0) {
      reading.add(Owner.of(target, row.text("owner")));
    }
    if (!row.absent("acl")) {
      SortedSet<Grant> grants = Acl.parse(row.texts("acl"), row.text("owner"));
      if (!grants.equals(Grantable.defaults(target, major))) {
        reading.add(Privileges.on(target, grants));
      }
    }
  }

  /** Also the schema public, which is there from the start but an object all the same. */
  private static void readMember(CatalogRow row, Reading reading) {
    String owner = row.text("owner");
    SortedSet<Grant> initial = Acl.parse(row.texts("initial"), owner);
    Optional<ObjectId> found = member(row, reading);
    if (found.isEmpty()) {
      return;
    }
    ObjectId target = found.get();
    SortedSet<Grant> usual = Grantable.defaults(target, row.number("major"));
    SortedSet<Grant> start = row.absent("initial") ? usual : initial;
    if (target.equals(PUBLIC)) {
      if (!owner.equals("pg_database_owner") && !row.flag("bootstrap")) {
        reading.add(Owner.of(target, owner));
      }
      if (row.absent("acl")) {
        reading.add(Privileges.on(target, Grantable.SCHEMA.defaults(row.number("major"))));
        return;
      }
    }
    if (row.absent("acl")) {
      return;
    }
    SortedSet<Grant> grants = Acl.parse(row.texts("acl"), owner);
    if (!grants.equals(start) && !grants.equals(usual)) {
      reading.add(Privileges.on(target, changed(usual, start, grants)));
    }
  }

  /** What was changed since the start, done to what such an object usually starts with. */
  private static SortedSet<Grant> changed(
      SortedSet<Grant> usual, SortedSet<Grant> start, SortedSet<Grant> now) {
    var grants = new TreeSet<>(usual);
    for (Grant gone : start) {
      if (!now.contains(gone)) {
        grants.remove(gone);
      }
    }
    for (Grant grant : now) {
      if (!start.contains(grant)) {
        grants.remove(grant.withGrantable(!grant.grantable()));
        grants.add(grant);
      }
    }
    return grants;
  }

  private static Optional<ObjectId> member(CatalogRow row, Reading reading) {
    String name = row.text("name");
    return switch (row.text("catalog")) {
      case "pg_class" ->
          row.number("number") == 0
              ? Optional.of(
                  ObjectId.of(row.text("kind").equals("S") ? Kind.SEQUENCE : Kind.TABLE, "", name))
              : Optional.empty();
      case "pg_proc" -> Optional.of(ObjectId.of(Kind.FUNCTION, "", name));
      case "pg_type" -> Optional.of(ObjectId.of(Kind.BASE_TYPE, "", name));
      case "pg_namespace" ->
          reading
              .object("pg_namespace", row.text("oid"))
              .or(() -> Optional.of(ObjectId.global(Kind.SCHEMA, name)));
      case "pg_language" -> Optional.of(ObjectId.global(Kind.LANGUAGE, name));
      case "pg_foreign_data_wrapper" ->
          Optional.of(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, name));
      default -> Optional.of(ObjectId.global(Kind.SERVER, name));
    };
  }
}
