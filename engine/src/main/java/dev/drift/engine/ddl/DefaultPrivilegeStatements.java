package dev.drift.engine.ddl;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * {@code ALTER DEFAULT PRIVILEGES [FOR ROLE …] [IN SCHEMA …] GRANT | REVOKE …} (SetDefaultACL in
 * aclchk.c).
 */
final class DefaultPrivilegeStatements {
  private DefaultPrivilegeStatements() {}

  static Decision decide(TokenReader tokens, Context context) {
    Session session = context.session();
    tokens.expect("alter", "default", "privileges");
    List<String> roles = List.of(session.currentRole());
    var schemas = new ArrayList<String>();
    while (!tokens.at("grant") && !tokens.at("revoke")) {
      if (tokens.accept("in")) {
        tokens.expect("schema");
        do {
          Named schema = Named.readGlobal(tokens);
          Names.requireSchema(schema.plain(), schema.at(), context);
          schemas.add(schema.plain());
        } while (tokens.acceptSymbol(","));
      } else {
        tokens.expect("for");
        if (!tokens.accept("role")) {
          tokens.expect("user");
        }
        roles = RoleNames.list(tokens, session);
      }
    }
    boolean grant = tokens.accept("grant");
    if (!grant) {
      tokens.expect("revoke");
    }
    boolean optionOnly = !grant && tokens.accept("grant", "option", "for");
    PrivilegeClause privileges = PrivilegeClause.read(tokens);
    tokens.expect("on");
    Grantable objects = objects(tokens);
    GrantClause clause = GrantClause.read(tokens, grant, optionOnly, session);
    if (schemas.isEmpty()) {
      schemas.add("");
    }
    var changes = new Changes(context);
    for (String role : roles) {
      for (String schema : schemas) {
        change(role, schema, objects, privileges, clause, changes);
      }
    }
    return changes.effects();
  }

  private static Grantable objects(TokenReader tokens) {
    String words = tokens.accept("large") ? "large " : "";
    String plural = words + tokens.next().value();
    return Grantable.ofPlural(plural).orElseThrow(() -> tokens.unexpected("a kind of objects"));
  }

  private static void change(
      String role,
      String schema,
      Grantable objects,
      PrivilegeClause privileges,
      GrantClause clause,
      Changes changes) {
    int major = changes.context().session().serverMajor();
    SortedSet<Grant> usual = usual(schema, objects, changes);
    ObjectId id = DefaultPrivileges.id(role, schema, objects.plural());
    Optional<SchemaObject> before = changes.objects().find(id);
    SortedSet<Grant> grants =
        before.map(DefaultPrivileges.class::cast).map(DefaultPrivileges::grants).orElse(usual);
    SortedSet<Grant> after = clause.apply(grants, privileges.of(objects, major), role, Grant.OWNER);
    set(DefaultPrivileges.of(role, schema, objects.plural(), after), usual, changes);
  }

  /** What {@code defaults} becomes without what is granted to {@code role}. */
  static void forget(DefaultPrivileges defaults, String role, Changes changes) {
    String schema = defaults.id().schema();
    SortedSet<Grant> left = Acl.withoutRole(defaults.grants(), role);
    if (!left.equals(defaults.grants())) {
      set(
          DefaultPrivileges.of(defaults.role(), schema, defaults.objects(), left),
          usual(schema, Grantable.ofPlural(defaults.objects()).orElseThrow(), changes),
          changes);
    }
  }

  /** Those that everybody has anyway are not kept. */
  private static void set(DefaultPrivileges wanted, SortedSet<Grant> usual, Changes changes) {
    Optional<SchemaObject> before = changes.objects().find(wanted.id());
    if (wanted.grants().equals(usual)) {
      before.ifPresent(changes::drop);
    } else {
      before.ifPresentOrElse(
          existing -> changes.alter(existing, wanted), () -> changes.create(wanted));
    }
  }

  private static SortedSet<Grant> usual(String schema, Grantable objects, Changes changes) {
    return schema.isEmpty()
        ? objects.defaults(changes.context().session().serverMajor())
        : Collections.emptySortedSet();
  }
}
