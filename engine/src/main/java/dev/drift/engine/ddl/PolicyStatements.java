package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE} and {@code ALTER POLICY} (policy.c). */
final class PolicyStatements {
  /** Words for the role that runs the statement. */
  private static final List<String> SELVES =
      List.of("current_user", "current_role", "session_user");

  private static final Set<String> COMMANDS = Set.of("all", "select", "insert", "update", "delete");

  private PolicyStatements() {}

  /**
   * {@code CREATE POLICY name ON table [AS …] [FOR …] [TO role, …] [USING (e)] [WITH CHECK (e)]}.
   */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "policy");
    Named name = Named.readGlobal(tokens);
    tokens.expect("on");
    Named table = Named.read(tokens);
    ObjectId relation = Names.requireRelation(table.name(), table.at(), context).id();
    ObjectId id = relation.child(Kind.POLICY, name.plain());
    if (context.objects().contains(id)) {
      throw new RejectedException(
          "policy \"" + name.plain() + "\" for table \"" + relation.name() + "\" already exists",
          name.at());
    }
    boolean permissive = true;
    if (tokens.accept("as")) {
      permissive = !tokens.accept("restrictive");
      if (permissive) {
        tokens.expect("permissive");
      }
    }
    String command = tokens.accept("for") ? command(tokens) : "all";
    var changes = new Changes(context);
    var clauses = Clauses.read(tokens, context, relation);
    changes.create(
        new Policy(
            id,
            permissive,
            command,
            clauses.roles().orElse(List.of("public")),
            clauses.using(),
            clauses.check()));
    return changes.effects();
  }

  private static String command(TokenReader tokens) {
    if (tokens.peek().filter(t -> COMMANDS.contains(t.value())).isEmpty()) {
      throw tokens.unexpected("ALL, SELECT, INSERT, UPDATE or DELETE");
    }
    return tokens.name();
  }

  /** {@code ALTER POLICY name ON table RENAME TO name | [TO role, …] [USING (e)] …}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "policy");
    Named name = Named.readGlobal(tokens);
    SchemaObject found = TableParts.require(tokens, name, Kind.POLICY, context);
    var changes = new Changes(context);
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      ObjectId id = found.id().withName(to.plain());
      if (context.objects().contains(id)) {
        throw new RejectedException(
            "policy \"%s\" for table \"%s\" already exists".formatted(id.name(), id.parent()),
            to.at());
      }
      Renames.rename(found.id(), id, changes);
      return changes.effects();
    }
    Policy policy = (Policy) found;
    ObjectId relation = policy.id().parentTable();
    var clauses = Clauses.read(tokens, context, relation);
    changes.alter(
        policy,
        new Policy(
            policy.id(),
            policy.permissive(),
            policy.command(),
            clauses.roles().orElse(policy.roles()),
            clauses.using().or(policy::using),
            clauses.check().or(policy::check)));
    return changes.effects();
  }

  /** What both statements can end with; empty is what is not said. */
  private record Clauses(
      Optional<List<String>> roles, Optional<Expression> using, Optional<Expression> check) {

    static Clauses read(TokenReader tokens, Context context, ObjectId table) {
      Optional<List<String>> roles = Optional.empty();
      Optional<Expression> using = Optional.empty();
      Optional<Expression> check = Optional.empty();
      while (!tokens.atEnd()) {
        if (tokens.accept("to")) {
          roles = Optional.of(roles(tokens, context.session()));
        } else if (tokens.accept("using")) {
          using = Optional.of(condition(tokens, context, table));
        } else {
          tokens.expect("with", "check");
          check = Optional.of(condition(tokens, context, table));
        }
      }
      return new Clauses(roles, using, check);
    }

    private static List<String> roles(TokenReader tokens, Session session) {
      var roles = new ArrayList<String>();
      do {
        tokens.accept("group");
        boolean self = SELVES.stream().anyMatch(tokens::at);
        roles.add(self ? RoleNames.read(tokens, session) : tokens.name());
      } while (tokens.acceptSymbol(","));
      return roles.contains("public") ? List.of("public") : roles;
    }

    private static Expression condition(TokenReader tokens, Context context, ObjectId table) {
      return Expressions.read(tokens.group(), context.scope(), Optional.of(table));
    }
  }
}
