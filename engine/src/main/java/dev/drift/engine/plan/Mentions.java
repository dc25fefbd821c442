package dev.drift.engine.plan;

import dev.drift.engine.canon.ExpressionColumns;
import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a model SQL text, a query or a type names; too much rather than too little. */
final class Mentions {
  private final SchemaModel model;

  Mentions(SchemaModel model) {
    this.model = model;
  }

  /** What a query reads and calls; any object of that name where it is not understood. */
  void query(Query query, Set<ObjectId> found) {
    found.addAll(query.relations());
    references(query.sql(), found);
    if (!query.understood()) {
      unqualified(query.sql(), found);
      Set<String> words = words(query.sql());
      List.copyOf(found).forEach(relation -> columnsNamed(words, relation, found));
    }
    found.addAll(Queries.columns(query, model));
    if (Upserts.isOne(query)) {
      for (ObjectId relation : query.relations()) {
        model.columnsOf(relation).forEach(column -> found.add(column.id()));
      }
    }
  }

  /** The columns of {@code relation} that are among {@code words}. */
  void columnsNamed(Set<String> words, ObjectId relation, Set<ObjectId> found) {
    for (SchemaObject part : model.childrenOf(relation)) {
      if (part instanceof Column column && words.contains(column.id().name())) {
        found.add(column.id());
      }
    }
  }

  /** What an expression refers to, columns aside. */
  void references(String sql, Set<ObjectId> found) {
    found.addAll(Expressions.references(new Expression(sql), model));
  }

  /** Whatever has one of the names in {@code sql}, in whichever schema. */
  void unqualified(String sql, Set<ObjectId> found) {
    Set<String> words = words(sql);
    for (SchemaObject object : model.objects()) {
      String name = object.id().name();
      int end = name.indexOf('(');
      boolean relation = Objects.RELATIONS.contains(object.id().kind());
      boolean routine = end > 0 && Objects.ROUTINES.contains(object.id().kind());
      if (relation && words.contains(name) || routine && words.contains(name.substring(0, end))) {
        found.add(object.id());
      }
    }
  }

  /** {@return the names in {@code sql}} */
  static Set<String> words(String sql) {
    var words = new HashSet<String>();
    for (Token token : Tokenizer.tokenize(sql)) {
      if (token.isName()) {
        words.add(token.value());
      }
    }
    return words;
  }

  /** A type of the model; where it may be an extension's, every extension. */
  void type(TypeName type, Set<ObjectId> found) {
    if (type.schema().isEmpty()) {
      model.ofKind(Kind.EXTENSION).forEach(extension -> found.add(extension.id()));
      return;
    }
    if (!model.ofKind(Kind.RANGE_TYPE).isEmpty()) {
      Names.type(type.schema(), type.name(), model).ifPresent(found::add);
    }
    for (SchemaObject object : model.named(type.schema(), type.name())) {
      Kind kind = object.id().kind();
      boolean row = kind == Kind.TABLE || kind == Kind.VIEW || kind == Kind.MATERIALIZED_VIEW;
      if (Objects.TYPES.contains(kind) || row) {
        found.add(object.id());
      }
    }
  }

  /** {@return the relation or domain that {@code part} belongs to} */
  Optional<ObjectId> owner(ObjectId part) {
    return Wholes.owner(model, part);
  }

  /** What a key of an index or of an exclusion constraint is over. */
  void key(ObjectId part, IndexKey key, Set<ObjectId> found) {
    expression(part, key.expression(), found);
  }

  /** Columns of the relation that {@code part} belongs to. */
  void columns(ObjectId part, Collection<String> names, Set<ObjectId> found) {
    owner(part).ifPresent(owner -> names.forEach(name -> found.add(ObjectId.column(owner, name))));
  }

  /** An expression over the columns of the owning table. */
  void expression(ObjectId part, Expression expression, Set<ObjectId> found) {
    references(expression.sql(), found);
    owner(part).ifPresent(owner -> columnsNamed(words(expression.sql()), owner, found));
  }

  /** An expression that may hold subqueries, and NEW and OLD as well. */
  void condition(ObjectId part, Expression expression, Set<ObjectId> found) {
    references(expression.sql(), found);
    owner(part)
        .ifPresent(
            owner -> {
              found.addAll(ExpressionColumns.used(expression, owner, model));
              columnsNamed(words(expression.sql()), owner, found);
            });
  }
}
