package dev.drift.engine.ddl;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;

/** A shape with the name of a table that there is, and with its bound. */
final class ShapeFilling implements Rewriting {
  private final String value;
  private final Table table;

  /**
   * @param value what the hole in the shape's name stands for
   * @param table the table that fits the shape
   */
  ShapeFilling(String value, Table table) {
    this.value = value;
    this.table = table;
  }

  /** {@return what the hole in the shape's name stands for} */
  String value() {
    return value;
  }

  /** {@return the shape or a part of it, made what it should be where {@code actual} is} */
  SchemaObject fill(SchemaObject object, SchemaModel actual) {
    SchemaObject filled = fill(object);
    return actual
        .find(filled.id())
        .map(live -> ClockConstants.taken(object, filled, live))
        .orElse(filled);
  }

  /** {@return the shape or a part of it, made what the table should be} */
  private SchemaObject fill(SchemaObject object) {
    SchemaObject filled = new Rewriter(this).rewrite(object);
    return filled instanceof Table own ? bound(own) : filled;
  }

  /** A bound that depends on the clock is taken as it is. */
  private Table bound(Table filled) {
    return filled
        .partitionOf()
        .filter(partition -> partition.bound().sql().contains(Shapes.MARK))
        .map(partition -> TableEdit.of(filled, edit -> edit.partitionOf = table.partitionOf()))
        .orElse(filled);
  }

  private String fill(String text) {
    return text.replace(Shapes.MARK, value);
  }

  @Override
  public ObjectId id(ObjectId id) {
    return new ObjectId(id.kind(), id.schema(), fill(id.parent()), fill(id.name()));
  }

  @Override
  public TypeName type(TypeName type) {
    return new TypeName(type.schema(), fill(type.name()), type.modifier(), type.array());
  }

  @Override
  public QualifiedName name(Kind kind, QualifiedName name) {
    return new QualifiedName(name.schema(), fill(name.name()));
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    return expression.sql().contains(Shapes.MARK)
        ? new Expression(fill(expression.sql()))
        : expression;
  }

  @Override
  public Query query(Query query) {
    return query;
  }

  @Override
  public String index(ObjectId relation, String index) {
    return fill(index);
  }
}
