package dev.drift.engine.ddl;

import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code ALTER DOMAIN} (typecmds.c). */
final class DomainChanges {
  private final TokenReader tokens;
  private final DomainType domain;
  private final Changes changes;

  private DomainChanges(TokenReader tokens, DomainType domain, Changes changes) {
    this.tokens = tokens;
    this.domain = domain;
    this.changes = changes;
  }

  /** {@code ALTER DOMAIN name action}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "domain");
    Named name = Named.read(tokens);
    SchemaObject found = Names.requireType(name, context);
    if (!(found instanceof DomainType domain)) {
      throw new RejectedException(name.name() + " is not a domain", name.at());
    }
    var changes = new Changes(context);
    if (!Moves.decide(tokens, domain, changes)) {
      new DomainChanges(tokens, domain, changes).action();
    }
    return changes.effects();
  }

  private void action() {
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, domain.id(), changes);
      return;
    }
    if (tokens.accept("set", "default")) {
      changes.alter(
          domain,
          domain.withDefault(
              DefaultExpression.read(tokens.rest(), domain.base(), changes.context())));
    } else if (tokens.accept("drop", "default")) {
      changes.alter(domain, domain.withDefault(Optional.empty()));
    } else if (tokens.accept("set", "not", "null")) {
      forbidNull(Optional.empty());
    } else if (tokens.accept("drop", "not", "null")) {
      changes.alter(domain, domain.withNotNull(false, Optional.empty()));
    } else if (tokens.accept("add")) {
      add();
    } else if (tokens.accept("drop", "constraint")) {
      drop();
    } else if (tokens.accept("rename", "constraint")) {
      rename();
    } else {
      tokens.expect("validate", "constraint");
      DomainConstraint check = require(Named.readGlobal(tokens));
      changes.alter(check, new DomainConstraint(check.id(), check.expression(), true));
    }
  }

  /** A domain that refuses null already keeps the constraint that it has. */
  private void forbidNull(Optional<Named> name) {
    if (!domain.notNull()) {
      changes.alter(
          domain,
          domain.withNotNull(true, DomainStatements.notNullConstraint(domain.id(), name, changes)));
    }
  }

  private boolean isNotNull(Named name) {
    return domain.notNullConstraint().filter(it -> it.name().equals(name.plain())).isPresent();
  }

  private void add() {
    Optional<Named> name =
        tokens.accept("constraint") ? Optional.of(Named.readGlobal(tokens)) : Optional.empty();
    if (tokens.accept("not", "null")) {
      forbidNull(name);
      return;
    }
    tokens.expect("check");
    List<Token> condition = tokens.group();
    DomainConstraint check = DomainStatements.addCheck(changes, domain.id(), name, condition);
    if (tokens.accept("not", "valid")) {
      changes.alter(check, new DomainConstraint(check.id(), check.expression(), false));
    }
  }

  private void drop() {
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.readGlobal(tokens);
    if (isNotNull(name)) {
      changes.alter(domain, domain.withNotNull(false, Optional.empty()));
      return;
    }
    Optional<DomainConstraint> check = find(name);
    if (check.isPresent() || !ifExists) {
      changes.drop(require(name));
    }
  }

  private void rename() {
    Named name = Named.readGlobal(tokens);
    Optional<DomainConstraint> check =
        isNotNull(name) ? Optional.empty() : Optional.of(require(name));
    tokens.expect("to");
    Named to = Named.readGlobal(tokens);
    if (find(to).isPresent() || isNotNull(to)) {
      throw new RejectedException(
          "constraint \"%s\" for domain %s already exists"
              .formatted(to.plain(), domain.id().name()),
          to.at());
    }
    if (check.isEmpty()) {
      var renamed = domain.notNullConstraint().map(it -> it.named(to.plain()));
      changes.alter(domain, domain.withNotNull(true, renamed));
      return;
    }
    ObjectId id = check.get().id();
    Renames.rename(id, id.withName(to.plain()), changes);
  }

  private Optional<DomainConstraint> find(Named name) {
    return changes
        .objects()
        .find(domain.id().child(Kind.DOMAIN_CONSTRAINT, name.plain()), DomainConstraint.class);
  }

  private DomainConstraint require(Named name) {
    return find(name)
        .orElseThrow(
            () ->
                new RejectedException(
                    "constraint \""
                        + name.plain()
                        + "\" of domain \""
                        + domain.id().name()
                        + "\" does not exist",
                    name.at()));
  }
}
