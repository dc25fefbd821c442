package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code ALTER [COLUMN] name …}. */
final class ColumnActions {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;

  ColumnActions(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  /** {@return the pass in which PostgreSQL runs the action} */
  static TableActions.Pass pass(TokenReader tokens) {
    tokens.expect("alter");
    tokens.accept("column");
    tokens.next();
    if (tokens.at("type") || tokens.at("set", "data", "type")) {
      return TableActions.Pass.ALTER_TYPE;
    }
    if (tokens.at("drop")) {
      return TableActions.Pass.DROP;
    }
    if (tokens.at("set", "expression")) {
      return TableActions.Pass.SET_EXPRESSION;
    }
    if (tokens.at("set", "default") || tokens.at("add")) {
      return TableActions.Pass.ADD_CONSTRAINT;
    }
    return tokens.at("set", "not", "null")
        ? TableActions.Pass.COLUMN_ATTRIBUTES
        : TableActions.Pass.MISC;
  }

  /** Decides the action behind {@code ALTER [COLUMN]}. */
  void decide(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a column"));
    Column column = TableColumns.require(table, tokens.name(), at, changes.context());
    if (tokens.accept("type") || tokens.accept("set", "data", "type")) {
      new ColumnType(table, only, changes).decide(tokens, column, at);
    } else if (tokens.accept("set", "default")) {
      setDefault(tokens, column, at);
    } else if (tokens.accept("drop", "default")) {
      edit(column, edit -> edit.defaultValue = Optional.empty());
    } else if (tokens.accept("set", "not", "null")) {
      new NotNulls(table, only, changes).set(column, at);
    } else if (tokens.accept("drop", "not", "null")) {
      dropNotNull(column, at);
    } else if (tokens.accept("drop", "expression")) {
      tokens.accept("if", "exists");
      edit(column, edit -> edit.generated = Optional.empty());
    } else if (tokens.accept("set", "expression", "as")) {
      setExpression(tokens, column);
    } else if (tokens.at("add", "generated")
        || tokens.at("drop", "identity")
        || tokens.at("set", "generated")
        || atSequenceOption(tokens)) {
      new IdentityActions(table, changes).decide(tokens, column, at);
    } else {
      attributes(tokens, column);
    }
  }

  private static boolean atSequenceOption(TokenReader tokens) {
    return tokens.at("restart")
        || tokens.at("set", "increment")
        || tokens.at("set", "start")
        || tokens.at("set", "minvalue")
        || tokens.at("set", "maxvalue")
        || tokens.at("set", "cache")
        || tokens.at("set", "cycle")
        || tokens.at("set", "no")
        || tokens.at("set", "sequence");
  }

  private void setDefault(TokenReader tokens, Column column, Token at) {
    requireNoIdentity(column, at);
    if (column.generated().isPresent()) {
      throw new RejectedException(
          "column \""
              + column.id().name()
              + "\" of relation \""
              + table.name()
              + "\" is a generated column",
          at);
    }
    var value = DefaultExpression.read(tokens.rest(), column.type(), changes.context());
    edit(column, edit -> edit.defaultValue = value);
  }

  private void requireNoIdentity(Column column, Token at) {
    if (column.identity().isPresent()) {
      throw new RejectedException(
          "column \""
              + column.id().name()
              + "\" of relation \""
              + table.name()
              + "\" is an identity column",
          at);
    }
  }

  private void setExpression(TokenReader tokens, Column column) {
    var expression =
        Expressions.read(tokens.group(), changes.context().scope(), Optional.of(table));
    boolean stored = column.generated().map(Column.Generated::stored).orElse(true);
    edit(column, edit -> edit.generated = Optional.of(new Column.Generated(expression, stored)));
  }

  private void dropNotNull(Column column, Token at) {
    requireNoIdentity(column, at);
    new NotNullLoss(table, only, changes).drop(column, at);
  }

  private void attributes(TokenReader tokens, Column column) {
    if (tokens.accept("set", "statistics")) {
      OptionalInt target = statistics(tokens);
      edit(column, edit -> edit.statistics = target);
    } else if (tokens.accept("set", "storage")) {
      String storage = tokens.next().value().toLowerCase(Locale.ROOT);
      edit(
          column,
          edit ->
              edit.storage =
                  Optional.of(storage)
                      .filter(s -> !Storage.isDefault(s, column.type(), changes.objects())));
    } else if (tokens.accept("set", "compression")) {
      String method = tokens.next().value();
      editAlone(
          column, edit -> edit.compression = Optional.of(method).filter(m -> !m.equals("default")));
    } else if (tokens.at("options")) {
      var options = ForeignOptions.ofColumn(tokens, column.options());
      editAlone(column, edit -> edit.options = options);
    } else if (tokens.accept("reset")) {
      var options = new TreeMap<>(column.options());
      StorageParameters.readNames(tokens).forEach(options::remove);
      editAlone(column, edit -> edit.options = options);
    } else {
      tokens.expect("set");
      var options = new TreeMap<>(column.options());
      options.putAll(StorageParameters.read(tokens));
      editAlone(column, edit -> edit.options = options);
    }
  }

  /** Reads the number; {@code -1} and {@code DEFAULT} mean that none is set. */
  static OptionalInt statistics(TokenReader tokens) {
    boolean none = tokens.acceptSymbol("-") | tokens.at("default");
    Token number = tokens.next();
    return none ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number.text()));
  }

  /** Changes the column and no heir's: options and compression never recurse. */
  private void editAlone(Column column, Consumer<ColumnEdit> edit) {
    changes.alter(column, ColumnEdit.of(column, edit));
  }

  /** Changes the column, and unless ONLY is said the heirs' too. */
  private void edit(Column column, Consumer<ColumnEdit> edit) {
    editAlone(column, edit);
    if (!only) {
      editHeirs(table, column.id().name(), edit);
    }
  }

  private void editHeirs(ObjectId parent, String name, Consumer<ColumnEdit> edit) {
    for (Table heir : changes.objects().heirsOf(parent)) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), name), Column.class)
          .ifPresent(column -> changes.alter(column, ColumnEdit.of(column, edit)));
      editHeirs(heir.id(), name, edit);
    }
  }
}
