package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** A schema under another name, with all that lives in it. */
final class SchemaRename implements Rewriting {
  /** All of one name move together: none is to be told from the others. */
  private static final Objects NONE = SchemaModel.empty();

  private final String from;
  private final String to;
  private final List<ObjectId> members = new ArrayList<>();

  SchemaRename(String from, String to, Objects objects) {
    this.from = from;
    this.to = to;
    for (Kind kind : Kind.values()) {
      for (SchemaObject object : objects.ofKind(kind)) {
        if (object.id().schema().equals(from) && object.id().parent().isEmpty()) {
          members.add(object.id());
        }
        if (object instanceof RangeType range) {
          range
              .multirange()
              .filter(name -> name.schema().equals(from))
              .map(Multiranges::id)
              .ifPresent(members::add);
        }
      }
    }
  }

  @Override
  public ObjectId id(ObjectId id) {
    if (id.kind() == Kind.SCHEMA) {
      return id.name().equals(from) ? id.withName(to) : id;
    }
    ObjectId moved = id.schema().equals(from) ? id.withSchema(to) : id;
    return Signatures.change(moved, this::moved);
  }

  @Override
  public TypeName type(TypeName type) {
    return type.schema().equals(from)
        ? new TypeName(to, type.name(), type.modifier(), type.array())
        : type;
  }

  @Override
  public QualifiedName name(Kind kind, QualifiedName name) {
    return new QualifiedName(
        name.schema().equals(from) ? to : name.schema(),
        Signatures.change(name.name(), this::moved));
  }

  private String moved(String type) {
    String old = Identifiers.quote(from) + '.';
    return type.startsWith(old) ? Identifiers.quote(to) + type.substring(old.length() - 1) : type;
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    Expression renamed = expression;
    if (expression.sql().contains(from)) {
      for (ObjectId member : members) {
        if (renamed.sql().contains(plainName(member))) {
          renamed = Expressions.renameObject(renamed, owner, member, member.withSchema(to), NONE);
        }
      }
    }
    return renamed;
  }

  @Override
  public Query query(ObjectId owner, Query query) {
    Query renamed = query;
    if (query.sql().contains(from)) {
      for (ObjectId member : members) {
        if (renamed.sql().contains(plainName(member))) {
          renamed = Queries.renameObject(renamed, owner, member, member.withSchema(to), NONE);
        }
      }
    }
    return renamed.with(this::id);
  }

  private static String plainName(ObjectId id) {
    return RoutineNames.bare(id);
  }
}
