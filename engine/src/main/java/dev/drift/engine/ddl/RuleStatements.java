package dev.drift.engine.ddl;

import dev.drift.engine.canon.Commands;
import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code CREATE [OR REPLACE] RULE} and {@code ALTER RULE} (rewriteDefine.c). */
final class RuleStatements {
  private static final Set<String> EVENTS = Set.of("select", "insert", "update", "delete");

  private RuleStatements() {}

  /** {@code CREATE RULE name AS ON event TO table [WHERE e] DO [ALSO | INSTEAD] commands}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    tokens.expect("rule");
    Named name = Named.readGlobal(tokens);
    tokens.expect("as", "on");
    if (tokens.peek().filter(t -> EVENTS.contains(t.value())).isEmpty()) {
      throw tokens.unexpected("SELECT, INSERT, UPDATE or DELETE");
    }
    String event = tokens.name();
    tokens.expect("to");
    Named table = Named.read(tokens);
    ObjectId relation = Names.requireRelation(table.name(), table.at(), context).id();
    ObjectId id = relation.child(Kind.RULE, name.plain());
    if (event.equals("select")) {
      throw new OpaqueException("makes a view of a table", new TreeSet<>(Set.of(relation)));
    }
    Optional<SchemaObject> existing = context.objects().find(id);
    if (existing.isPresent() && !replace) {
      throw Existing.taken(
          id,
          "rule \"" + name.plain() + "\" for relation \"" + relation.name() + "\" already exists",
          name.at(),
          context);
    }
    Optional<Expression> condition = condition(tokens, event, context, relation);
    tokens.expect("do");
    boolean instead = tokens.accept("instead");
    if (!instead) {
      tokens.accept("also");
    }
    List<Query> commands =
        Commands.split(tokens).stream()
            .map(command -> Commands.resolve(command, context.scope(), relation))
            .toList();
    var changes = new Changes(context);
    var rule =
        new RewriteRule(
            id,
            event,
            instead,
            condition,
            commands,
            existing
                .map(RewriteRule.class::cast)
                .map(RewriteRule::enabled)
                .orElse(Trigger.Enabled.ORIGIN));
    existing.ifPresentOrElse(before -> changes.alter(before, rule), () -> changes.create(rule));
    return changes.effects();
  }

  private static Optional<Expression> condition(
      TokenReader tokens, String event, Context context, ObjectId relation) {
    if (!tokens.accept("where")) {
      return Optional.empty();
    }
    int from = tokens.mark();
    while (!tokens.at("do")) {
      tokens.next();
    }
    List<Token> condition = tokens.since(from);
    List<String> columns = WholeRows.columns(relation, context.objects());
    Expression read =
        Expressions.read(
            WholeRows.expand(condition, columns), context.scope(), Optional.of(relation));
    return Optional.of(
        switch (event) { // a column alone is that of the one row there is (transformRuleStmt)
          case "insert" -> RowColumns.qualified(read, Set.copyOf(columns), "new");
          case "delete" -> RowColumns.qualified(read, Set.copyOf(columns), "old");
          default -> read;
        });
  }

  /** {@code ALTER RULE name ON table RENAME TO name}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "rule");
    Named name = Named.readGlobal(tokens);
    SchemaObject rule = TableParts.require(tokens, name, Kind.RULE, context);
    tokens.expect("rename", "to");
    Named to = Named.readGlobal(tokens);
    var changes = new Changes(context);
    ObjectId id = rule.id().withName(to.plain());
    if (context.objects().contains(id)) {
      throw Existing.taken(
          id,
          "rule \"" + to.plain() + "\" for relation \"" + id.parent() + "\" already exists",
          to.at(),
          context);
    }
    Renames.rename(rule.id(), id, changes);
    return changes.effects();
  }
}
