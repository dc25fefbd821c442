package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code ALTER COLUMN … ADD GENERATED, SET GENERATED, SET option, RESTART, DROP IDENTITY}. */
final class IdentityActions {
  private final ObjectId table;
  private final Changes changes;

  IdentityActions(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  void decide(TokenReader tokens, Column column, Token at) {
    if (tokens.accept("add")) {
      add(tokens, column, at);
    } else if (tokens.accept("drop", "identity")) {
      boolean ifExists = tokens.accept("if", "exists");
      if (column.identity().isEmpty() && !ifExists) {
        throw refuse(column, "is not an identity column", at);
      }
      changes.alter(column, ColumnEdit.of(column, edit -> edit.identity = Optional.empty()));
    } else {
      set(tokens, column, at);
    }
  }

  private void add(TokenReader tokens, Column column, Token at) {
    if (column.identity().isPresent()) {
      throw refuse(column, "is already an identity column", at);
    }
    if (column.defaultValue().isPresent()) {
      throw refuse(column, "already has a default value", at);
    }
    if (!column.notNull() && !changes.context().doubt().concerns(table.schema(), table.name())) {
      throw refuse(column, "must be declared NOT NULL before identity can be added", at);
    }
    tokens.expect("generated");
    boolean always = tokens.accept("always");
    if (!always) {
      tokens.expect("by", "default");
    }
    tokens.expect("as", "identity");
    List<Token> options = tokens.atSymbol("(") ? tokens.group() : List.of();
    var clause = new ConstraintClause.Identity(always, options);
    var identity =
        new ColumnMaker(table, false, changes).identity(column.id(), column.type(), clause);
    changes.alter(
        column,
        ColumnEdit.of(
            column,
            edit -> {
              edit.identity = Optional.of(identity);
              edit.notNull = true;
            }));
  }

  private void set(TokenReader tokens, Column column, Token at) {
    Column.Identity before =
        column.identity().orElseThrow(() -> refuse(column, "is not an identity column", at));
    boolean always = before.always();
    var options = before.options();
    while (!tokens.atEnd()) {
      tokens.accept("set");
      if (tokens.accept("generated", "always")) {
        always = true;
      } else if (tokens.accept("generated", "by", "default")) {
        always = false;
      } else {
        int start = tokens.mark();
        options = SequenceClauses.read(tokens, changes.context()).alter(options);
        if (tokens.mark() == start) {
          throw tokens.unexpected("an option of the sequence");
        }
      }
    }
    var after = new Column.Identity(always, before.sequence(), options);
    changes.alter(column, ColumnEdit.of(column, edit -> edit.identity = Optional.of(after)));
  }

  private RejectedException refuse(Column column, String what, Token at) {
    return new RejectedException(
        "column \"" + column.id().name() + "\" of relation \"" + table.name() + "\" " + what, at);
  }
}
