package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The actions of one ALTER TABLE, run in PostgreSQL's passes, not in the order in which they stand
 * (tablecmds.c, AlterTablePass).
 */
final class TableActions {
  /** The passes in their order. */
  enum Pass {
    DROP,
    ALTER_TYPE,
    ADD_COLUMN,
    SET_EXPRESSION,
    COLUMN_ATTRIBUTES,
    ADD_INDEX,
    ADD_CONSTRAINT,
    MISC
  }

  private final ObjectId table;
  private final boolean only;
  private final Changes changes;
  private final Map<Pass, List<Runnable>> queue = new EnumMap<>(Pass.class);

  TableActions(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
    for (Pass pass : Pass.values()) {
      queue.put(pass, new ArrayList<>());
    }
  }

  /** Decides the actions, each given by its tokens. */
  void run(List<List<Token>> actions) {
    for (List<Token> action : actions) {
      if (action.isEmpty()) {
        throw new TokenReader(action).unexpected("an action");
      }
      later(pass(new TokenReader(action)), action);
    }
    for (Pass pass : Pass.values()) {
      List<Runnable> waiting = queue.getOrDefault(pass, List.of());
      for (int i = 0; i < waiting.size(); i++) {
        waiting.get(i).run();
      }
    }
  }

  /** Puts off a constraint that ADD COLUMN brought. */
  void later(ConstraintClause clause) {
    switch (clause.body()) {
      case ConstraintClause.Key key -> queueConstraint(Pass.ADD_INDEX, clause);
      case ConstraintClause.Exclude exclude -> queueConstraint(Pass.ADD_INDEX, clause);
      case ConstraintClause.Check check -> queueConstraint(Pass.ADD_CONSTRAINT, clause);
      case ConstraintClause.References references -> queueConstraint(Pass.ADD_CONSTRAINT, clause);
      case ConstraintClause.NotNull none -> {}
      case ConstraintClause.Null none -> {}
      case ConstraintClause.Default none -> {}
      case ConstraintClause.Generated none -> {}
      case ConstraintClause.Identity none -> {}
    }
  }

  private List<Runnable> queued(Pass pass) {
    return queue.computeIfAbsent(pass, none -> new ArrayList<>());
  }

  private void queueConstraint(Pass pass, ConstraintClause clause) {
    queued(pass).add(() -> new Constraints(table, changes).add(clause));
  }

  private void later(Pass pass, List<Token> action) {
    queued(pass)
        .add(
            () -> {
              var tokens = new TokenReader(action);
              changes.at(tokens.peek());
              apply(tokens);
              if (!tokens.atEnd()) {
                throw tokens.unexpected("the end of the action");
              }
            });
  }

  private static Pass pass(TokenReader tokens) {
    if (tokens.at("add")) {
      tokens.next();
      if (!new ConstraintReader(tokens).atTableConstraint()) {
        return Pass.ADD_COLUMN;
      }
      return new ConstraintReader(tokens).table().body() instanceof ConstraintClause.Key
          ? Pass.ADD_INDEX
          : Pass.ADD_CONSTRAINT;
    }
    if (tokens.at("drop")) {
      return Pass.DROP;
    }
    return tokens.at("alter") && !tokens.at("alter", "constraint")
        ? ColumnActions.pass(tokens)
        : Pass.MISC;
  }

  private void apply(TokenReader tokens) {
    if (tokens.accept("add")) {
      if (new ConstraintReader(tokens).atTableConstraint()) {
        new Constraints(table, only, changes).add(new ConstraintReader(tokens).table());
      } else {
        tokens.accept("column");
        new AddColumn(table, only, changes, this::later).decide(tokens);
      }
    } else if (tokens.accept("drop", "constraint")) {
      ConstraintActions.drop(tokens, table, only, changes);
    } else if (tokens.accept("drop")) {
      tokens.accept("column");
      DropColumn.decide(tokens, table, only, changes);
    } else if (tokens.accept("alter", "constraint")) {
      ConstraintActions.alter(tokens, table, changes);
    } else if (tokens.accept("validate", "constraint")) {
      ConstraintActions.validate(tokens, table, changes);
    } else if (tokens.accept("alter")) {
      tokens.accept("column");
      new ColumnActions(table, only, changes).decide(tokens);
    } else {
      TableSettings.decide(tokens, table, only, changes);
    }
  }
}
