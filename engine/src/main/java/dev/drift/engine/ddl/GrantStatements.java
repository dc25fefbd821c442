package dev.drift.engine.ddl;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.TokenReader;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** {@code GRANT} and {@code REVOKE} of privileges on objects (aclchk.c). */
final class GrantStatements {
  private final PrivilegeClause privileges;
  private final GrantClause clause;
  private final Changes changes;
  private final Ownership ownership;
  private final int major;

  private GrantStatements(PrivilegeClause privileges, GrantClause clause, Changes changes) {
    this.privileges = privileges;
    this.clause = clause;
    this.changes = changes;
    this.ownership = new Ownership(changes);
    this.major = changes.context().session().serverMajor();
  }

  /** {@code GRANT … ON … TO …}; membership in roles is no matter of a schema. */
  static Decision grant(TokenReader tokens, Context context) {
    tokens.expect("grant");
    return decide(tokens, true, false, context);
  }

  /** {@code REVOKE [GRANT OPTION FOR] … ON … FROM …}. */
  static Decision revoke(TokenReader tokens, Context context) {
    tokens.expect("revoke");
    return decide(tokens, false, tokens.accept("grant", "option", "for"), context);
  }

  private static Decision decide(
      TokenReader tokens, boolean grant, boolean optionOnly, Context context) {
    if (isMembership(tokens)) {
      return new Decision.NoSchemaEffect();
    }
    PrivilegeClause privileges = PrivilegeClause.read(tokens);
    tokens.expect("on");
    List<ObjectId> targets = GrantTargets.read(tokens, context);
    GrantClause clause = GrantClause.read(tokens, grant, optionOnly, context.session());
    var changes = new Changes(context);
    var statement = new GrantStatements(privileges, clause, changes);
    targets.forEach(statement::apply);
    return changes.effects();
  }

  private static boolean isMembership(TokenReader tokens) {
    int start = tokens.mark();
    boolean on = false;
    while (!tokens.atEnd() && !tokens.at("to") && !tokens.at("from")) {
      on |= tokens.at("on");
      if (tokens.atSymbol("(")) {
        tokens.group();
      } else {
        tokens.next();
      }
    }
    tokens.reset(start);
    return !on;
  }

  private void apply(ObjectId target) {
    Grantable grantable = Grantable.of(target.kind()).orElseThrow();
    List<String> rights =
        grantable == Grantable.SEQUENCE ? ofSequence() : privileges.of(grantable, major);
    if (!rights.isEmpty()) {
      apply(target, rights);
      if (!clause.grant() && grantable == Grantable.TABLE) {
        revokeFromColumns(target, rights);
      }
    }
    for (PrivilegeClause.Item item : privileges.onColumns()) {
      for (String column : item.columns()) {
        apply(column(target, column), privileges.ofColumns(item, major));
      }
    }
  }

  /** GRANT ON TABLE may name a sequence; what only tables have is passed over then. */
  private List<String> ofSequence() {
    List<String> known = Grantable.SEQUENCE.rights(major);
    boolean ofTable =
        privileges.privileges().stream()
            .flatMap(item -> item.privilege().stream())
            .anyMatch(right -> !known.contains(right));
    return ofTable
        ? privileges.of(Grantable.TABLE, major).stream().filter(known::contains).toList()
        : privileges.of(Grantable.SEQUENCE, major);
  }

  private void apply(ObjectId target, Collection<String> rights) {
    SortedSet<Grant> acl = ownership.grants(target);
    String owner = ownership.owner(target);
    ownership.set(target, clause.apply(acl, rights, owner, grantor(acl, owner)));
  }

  /** Superusers and members of the owner act as the owner (select_best_grantor in acl.c). */
  private String grantor(SortedSet<Grant> acl, String owner) {
    Session session = changes.context().session();
    String role = session.currentRole();
    boolean mayPassOn =
        acl.stream().anyMatch(grant -> grant.grantable() && grant.grantee().equals(role));
    return session.role().isEmpty()
            || role.equals(owner)
            || session.roles().isSuperuser(role)
            || !mayPassOn
        ? Grant.OWNER
        : role;
  }

  /** What is taken from the table is taken from its columns, too. */
  private void revokeFromColumns(ObjectId table, List<String> rights) {
    List<String> ofColumns =
        rights.stream().filter(Grantable.COLUMN.rights(major)::contains).toList();
    for (SchemaObject part : changes.objects().childrenOf(table)) {
      if (part instanceof Privileges column && column.target().kind() == Kind.COLUMN) {
        apply(column.target(), ofColumns);
      }
    }
  }

  private ObjectId column(ObjectId relation, String name) {
    ObjectId id = ObjectId.column(relation, name);
    boolean known =
        changes
            .objects()
            .find(relation)
            .map(
                object ->
                    switch (object) {
                      case View view -> view.columns().isEmpty() || view.columns().contains(name);
                      case MaterializedView view ->
                          view.columns().isEmpty()
                              || view.columns().contains(name)
                              || TableColumns.isSystem(name);
                      case CompositeType type -> false;
                      default -> TableColumns.isSystem(name) || changes.objects().contains(id);
                    })
            .orElse(true);
    if (!known && !changes.context().doubt().concerns(id.schema(), relation.name())) {
      throw new RejectedException(
          "column \"" + name + "\" of relation \"" + relation.name() + "\" does not exist",
          privileges.at());
    }
    return id;
  }
}
