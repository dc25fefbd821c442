package dev.drift.engine.ddl;

import dev.drift.engine.canon.Collations;
import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** Index keys from their clauses, without what the column's type implies (indexcmds.c). */
final class IndexKeys {
  private final ObjectId table;
  private final String method;
  private final Context context;

  IndexKeys(ObjectId table, String method, Context context) {
    this.table = table;
    this.method = method;
    this.context = context;
  }

  /** {@return the key}; rejects a column that the table does not have. */
  IndexKey read(IndexKeyClause clause) {
    Optional<Column> column = Optional.empty();
    Expression expression;
    if (clause.column().isPresent()) {
      String name = clause.column().get();
      column = context.objects().find(ObjectId.column(table, name), Column.class);
      if (column.isEmpty() && table.kind() == Kind.TABLE) {
        throw TableColumns.unknown(
            table, "column \"" + name + "\" does not exist", clause.expression().get(0), context);
      }
      expression = new Expression(Identifiers.quote(name));
    } else {
      expression = Expressions.read(clause.expression(), context.scope(), Optional.of(table));
      column = cast(expression);
      if (column.isPresent()) {
        expression = new Expression(Identifiers.quote(column.get().id().name()));
      }
    }
    Expression read = expression;
    boolean isColumn = clause.column().isPresent() || column.isPresent();
    return new IndexKey(
        expression,
        isColumn,
        column.isPresent()
            ? collation(clause, column.get())
            : clause.collation().flatMap(name -> collation(name, read)),
        operatorClass(clause, column),
        clause.operatorClassOptions(),
        clause.descending(),
        clause.nullsFirst().orElse(clause.descending()));
  }

  /** {@return the key; a column where its expression casts one to the type that it has now} */
  static IndexKey plain(IndexKey key, ObjectId table, Context context) {
    return key.column()
        ? key
        : new IndexKeys(table, "", context)
            .cast(key.expression())
            .map(column -> new Expression(Identifiers.quote(column.id().name())))
            .map(
                column ->
                    new IndexKey(
                        column,
                        true,
                        key.collation(),
                        key.operatorClass(),
                        key.operatorClassOptions(),
                        key.descending(),
                        key.nullsFirst()))
            .orElse(key);
  }

  /** {@return the column that is all of the expression, but for casts to the type that it has} */
  private Optional<Column> cast(Expression expression) {
    var tokens = new TokenReader(Tokenizer.tokenize(expression.sql()));
    try {
      boolean spelled =
          tokens.at("cast") && tokens.peek(1).filter(t -> t.isSymbol("(")).isPresent();
      if (spelled) {
        tokens.next();
        tokens.next();
      }
      Optional<Column> column =
          context.objects().find(ObjectId.column(table, tokens.name()), Column.class);
      while (column.isPresent() && !tokens.atEnd()) {
        if (spelled) {
          tokens.expect("as");
        } else {
          tokens.expectSymbol("::");
        }
        if (!Types.read(tokens, context.scope()).equals(column.get().type())) {
          return Optional.empty();
        }
        if (spelled) {
          tokens.expectSymbol(")");
          spelled = false;
        }
      }
      return column;
    } catch (TokenReader.Unexpected e) {
      return Optional.empty();
    }
  }

  /** {@return the name of the column that the key is, if it is one} */
  static Optional<String> columnName(IndexKey key) {
    return key.column() ? columnOnly(key.expression()) : Optional.empty();
  }

  private static Optional<String> columnOnly(Expression expression) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    return tokens.size() == 1 && tokens.get(0).isName()
        ? Optional.of(tokens.get(0).value())
        : Optional.empty();
  }

  private Optional<QualifiedName> collation(IndexKeyClause clause, Column column) {
    Optional<QualifiedName> named = clause.collation().map(this::collation);
    Optional<QualifiedName> own = column.collation();
    return own.isPresent()
        ? named.filter(name -> !own.get().equals(name))
        : ColumnCollations.beside(
            named.filter(name -> !name.equals(Collations.DEFAULT)), column.type(), context);
  }

  /** The collation of an expression, unless it has it anyway (pg_get_indexdef_worker). */
  private Optional<QualifiedName> collation(QualifiedName name, Expression expression) {
    Optional<QualifiedName> own = Collations.of(expression, table, context.objects());
    return Optional.of(collation(name))
        .filter(named -> !own.orElse(Collations.DEFAULT).equals(named));
  }

  private QualifiedName collation(QualifiedName name) {
    return ColumnCollations.resolve(name, context).orElse(Collations.DEFAULT);
  }

  private Optional<QualifiedName> operatorClass(IndexKeyClause clause, Optional<Column> column) {
    return clause
        .operatorClass()
        .filter(
            name ->
                !clause.operatorClassOptions().isEmpty()
                    || column
                        .map(c -> !OperatorClasses.isDefault(method, name.name(), c.type()))
                        .orElseGet(() -> !OperatorClasses.isAlwaysDefault(method, name.name())))
        .map(name -> OperatorClasses.qualify(name));
  }
}
