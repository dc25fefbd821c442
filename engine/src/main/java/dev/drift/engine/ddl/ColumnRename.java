package dev.drift.engine.ddl;

import dev.drift.engine.canon.ExpressionColumns;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.RenamedColumn;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import java.util.List;

/** One column of a relation under another name. */
final class ColumnRename implements Rewriting {
  private final ObjectId relation;
  private final String from;
  private final String to;
  private final RenamedColumn renamed;

  /**
   * @param columns the names of the relation's columns in order, the old one among them
   */
  ColumnRename(ObjectId relation, List<String> columns, String from, String to) {
    this.relation = relation;
    this.from = from;
    this.to = to;
    this.renamed = new RenamedColumn(relation, columns, from, to);
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
    Expression followed = ExpressionColumns.renamed(expression, owner, renamed);
    return isRelation(owner) ? RowColumns.rename(followed, from, to) : followed;
  }

  @Override
  public String rows(ObjectId owner, String sql) {
    return isRelation(owner) && sql.contains(from)
        ? RowColumns.rename(new Expression(sql), from, to).sql()
        : sql;
  }

  @Override
  public Query query(Query query) {
    return query.sql().contains(from) ? Queries.renameColumn(query, renamed) : query;
  }

  @Override
  public String column(ObjectId owner, String column) {
    return column.equals(from) && isRelation(owner) ? to : column;
  }

  private boolean isRelation(ObjectId id) {
    return id.schema().equals(relation.schema()) && id.name().equals(relation.name());
  }
}
