package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;

/** One column of a relation under another name. */
final class ColumnRename implements Rewriting {
  private final ObjectId relation;
  private final String from;
  private final String to;

  ColumnRename(ObjectId relation, String from, String to) {
    this.relation = relation;
    this.from = from;
    this.to = to;
  }

  @Override
  public ObjectId id(ObjectId id) {
    return id.kind() == Kind.COLUMN && id.belongsTo(relation) && id.name().equals(from)
        ? id.withName(to)
        : id;
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    if (!expression.sql().contains(from)) {
      return expression;
    }
    Expression renamed = Expressions.renameColumn(expression, owner, relation, from, to);
    return isRelation(owner) ? RowColumns.rename(renamed, from, to) : renamed;
  }

  @Override
  public String rows(ObjectId owner, String sql) {
    return isRelation(owner) && sql.contains(from)
        ? RowColumns.rename(new Expression(sql), from, to).sql()
        : sql;
  }

  @Override
  public Query query(Query query) {
    return query.sql().contains(from) ? Queries.renameColumn(query, relation, from, to) : query;
  }

  @Override
  public String column(ObjectId owner, String column) {
    return column.equals(from) && isRelation(owner) ? to : column;
  }

  private boolean isRelation(ObjectId id) {
    return id.schema().equals(relation.schema()) && id.name().equals(relation.name());
  }
}
