package dev.drift.engine.ddl;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes of each part of an object; by default nothing. Applied by {@link Rewriter}. */
interface Rewriting {

  /** An object's own id, or that of one it refers to. */
  default ObjectId id(ObjectId id) {
    return id;
  }

  default TypeName type(TypeName type) {
    return type;
  }

  /** The name of a routine, sequence, collation or operator class. */
  default QualifiedName name(Kind kind, QualifiedName name) {
    return name;
  }

  /** An expression of an object that belongs to {@code owner} (or is it). */
  default Expression expression(ObjectId owner, Expression expression) {
    return expression;
  }

  /** A key of an index of {@code owner} whose expression is rewritten. */
  default IndexKey key(ObjectId owner, IndexKey key) {
    return key;
  }

  /** The bound of the partition {@code table}, which is made of constants. */
  default Expression bound(ObjectId table, Expression bound) {
    return bound;
  }

  /** The default of a parameter of {@code routine}. */
  default Optional<Expression> defaultValue(ObjectId routine, Routine.Parameter parameter) {
    return expression(routine, parameter.defaultValue());
  }

  /** SQL of a rule on {@code owner}, with the owner's columns behind OLD and NEW. */
  default String rows(ObjectId owner, String sql) {
    return sql;
  }

  default Query query(Query query) {
    return query;
  }

  /** A query of {@code owner}, a view, rule's relation or routine. */
  default Query query(ObjectId owner, Query query) {
    return query(query);
  }

  /** A column's name in a list; only schema and name of {@code relation} count. */
  default String column(ObjectId relation, String column) {
    return column;
  }

  /** The name of an index or of a constraint's index, used by its table. */
  default String index(ObjectId relation, String index) {
    return index;
  }

  /** An expression that need not be there. */
  default Optional<Expression> expression(ObjectId owner, Optional<Expression> expression) {
    return expression.map(each -> expression(owner, each));
  }

  /** Columns' names in a list, in its order. */
  default List<String> columns(ObjectId relation, List<String> columns) {
    return columns.stream().map(column -> column(relation, column)).toList();
  }

  /** Columns' names in a set. */
  default SortedSet<String> columns(ObjectId relation, SortedSet<String> columns) {
    var rewritten = new TreeSet<String>();
    columns.forEach(column -> rewritten.add(column(relation, column)));
    return rewritten;
  }

  /** A collation's name that need not be there. */
  default Optional<QualifiedName> collation(Optional<QualifiedName> collation) {
    return collation.map(name -> name(Kind.COLLATION, name));
  }

  /** The name of an object outside of schemas. */
  default String global(Kind kind, String name) {
    return name(kind, new QualifiedName("", name)).name();
  }
}
