package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE DOMAIN} (typecmds.c). */
final class DomainStatements {
  private final TokenReader tokens;
  private final Context context;
  private final ObjectId domain;
  private final List<Runnable> checks = new ArrayList<>();
  private final Changes changes;
  private boolean notNull;
  private Optional<Named> notNullName = Optional.empty();
  private Optional<Expression> defaultValue = Optional.empty();
  private Optional<QualifiedName> collation = Optional.empty();

  private DomainStatements(TokenReader tokens, Context context, ObjectId domain) {
    this.tokens = tokens;
    this.context = context;
    this.domain = domain;
    this.changes = new Changes(context);
  }

  /** {@code CREATE DOMAIN name [AS] type [COLLATE c] [DEFAULT e] [constraint …]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "domain");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    TypeStatements.requireFree(name, schema, context);
    ObjectId id = ObjectId.of(Kind.DOMAIN, schema, name.plain());
    return new DomainStatements(tokens, context, id).create();
  }

  private Decision create() {
    tokens.accept("as");
    TypeName base = Types.read(tokens, context.scope());
    defaultValue = defaultOf(base);
    while (!tokens.atEnd()) {
      clause(base);
    }
    Optional<QualifiedName> own = ColumnCollations.beside(collation, base, context);
    changes.create(
        new DomainType(
            domain,
            base,
            notNull,
            defaultValue,
            own,
            notNull ? notNullConstraint(domain, notNullName, changes) : Optional.empty()));
    checks.forEach(Runnable::run);
    return changes.effects();
  }

  /** A domain over a domain begins with the other's default. */
  private Optional<Expression> defaultOf(TypeName base) {
    return base.array()
        ? Optional.empty()
        : context
            .objects()
            .find(ObjectId.of(Kind.DOMAIN, base.schema(), base.name()), DomainType.class)
            .flatMap(DomainType::defaultValue);
  }

  private void clause(TypeName base) {
    if (tokens.at("collate")) {
      collation = ColumnCollations.read(tokens, context);
    } else if (tokens.accept("default")) {
      List<Token> value = defaultTokens(tokens);
      defaultValue = DefaultExpression.read(value, base, context);
    } else {
      constraint();
    }
  }

  private void constraint() {
    Optional<Token> at = tokens.peek();
    Optional<Named> name =
        tokens.accept("constraint") ? Optional.of(Named.readGlobal(tokens)) : Optional.empty();
    if (tokens.accept("not", "null")) {
      notNull = true;
      notNullName = notNullName.or(() -> name);
    } else if (tokens.accept("null")) {
      notNull = false;
    } else {
      tokens.expect("check");
      List<Token> condition = tokens.group();
      checks.add(() -> addCheck(changes.at(at), domain, name, condition));
    }
  }

  /** {@return the constraint behind NOT NULL, from PostgreSQL 17 on} */
  static Optional<NotNullConstraint> notNullConstraint(
      ObjectId domain, Optional<Named> name, Changes changes) {
    if (changes.context().session().serverMajor() < 17) {
      return Optional.empty();
    }
    String free =
        name.map(Named::plain)
            .orElseGet(
                () ->
                    TakenNames.chooseConstraint(
                        changes.objects(),
                        domain.schema(),
                        List.of(domain.name(), ""),
                        NotNullConstraint.LABEL));
    return Optional.of(NotNullConstraint.plain(free, name.isEmpty()));
  }

  /** Reads the expression of DEFAULT, up to a word that cannot be part of it. */
  static List<Token> defaultTokens(TokenReader tokens) {
    int from = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd()) {
      boolean first = tokens.mark() == from;
      if (depth == 0
          && !first
          && (tokens.at("constraint")
              || tokens.at("check")
              || tokens.at("collate")
              || tokens.at("not", "null")
              || tokens.at("null"))) {
        break;
      }
      Token token = tokens.next();
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      }
    }
    return tokens.since(from);
  }

  /** Creates a check of {@code domain}, under a generated name if it has none. */
  static DomainConstraint addCheck(
      Changes changes, ObjectId domain, Optional<Named> name, List<Token> condition) {
    Expression expression =
        Expressions.read(condition, changes.context().scope(), Optional.of(domain));
    String own =
        name.map(Named::plain)
            .orElseGet(
                () ->
                    TakenNames.chooseConstraint(
                        changes.objects(), domain.schema(), List.of(domain.name(), ""), "check"));
    ObjectId id = domain.child(Kind.DOMAIN_CONSTRAINT, own);
    if (changes.objects().contains(id)) {
      throw new RejectedException(
          "constraint \"" + own + "\" for domain \"" + domain.name() + "\" already exists",
          name.map(Named::at));
    }
    var check = new DomainConstraint(id, expression, true);
    changes.create(check);
    return check;
  }
}
