package dev.drift.engine.ddl;

import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
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
      replace(
          domain.notNull(),
          DefaultExpression.read(tokens.rest(), domain.base(), changes.context()));
    } else if (tokens.accept("drop", "default")) {
      replace(domain.notNull(), Optional.empty());
    } else if (tokens.accept("set", "not", "null")) {
      replace(true, domain.defaultValue());
    } else if (tokens.accept("drop", "not", "null")) {
      replace(false, domain.defaultValue());
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

  private void replace(boolean notNull, Optional<Expression> value) {
    changes.alter(
        domain, new DomainType(domain.id(), domain.base(), notNull, value, domain.collation()));
  }

  private void add() {
    Optional<Named> name =
        tokens.accept("constraint") ? Optional.of(Named.readGlobal(tokens)) : Optional.empty();
    if (tokens.accept("not", "null")) {
      replace(true, domain.defaultValue());
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
    Optional<DomainConstraint> check = find(name);
    if (check.isPresent() || !ifExists) {
      changes.drop(require(name));
    }
  }

  private void rename() {
    DomainConstraint check = require(Named.readGlobal(tokens));
    tokens.expect("to");
    Named to = Named.readGlobal(tokens);
    if (find(to).isPresent()) {
      throw new RejectedException(
          "constraint \"%s\" for domain %s already exists"
              .formatted(to.plain(), domain.id().name()),
          to.at());
    }
    Renames.rename(check.id(), check.id().withName(to.plain()), changes);
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
