package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import java.util.EnumSet;
import java.util.Set;

/** One object under another name or in another schema, with what belongs to it. */
final class ObjectRename implements Rewriting {
  private static final Set<Kind> PARENTS =
      EnumSet.of(
          Kind.TABLE,
          Kind.FOREIGN_TABLE,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW,
          Kind.DOMAIN,
          Kind.SERVER,
          Kind.COMPOSITE_TYPE);
  private static final Set<Kind> ROUTINES =
      EnumSet.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE);
  private static final Set<Kind> INDEXES =
      EnumSet.of(Kind.INDEX, Kind.PARTITION_INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION);

  private final ObjectId from;
  private final ObjectId to;
  private final QualifiedName oldName;
  private final QualifiedName newName;
  private final Objects objects;
  private final String word;
  private final boolean untyped;
  private final boolean parent;
  private final boolean isType;
  private final boolean isRoutine;
  private final boolean isIndex;
  private final boolean inText;

  ObjectRename(ObjectId from, ObjectId to, Objects objects) {
    this.from = from;
    this.to = to;
    this.objects = objects;
    this.isRoutine = ROUTINES.contains(from.kind());
    this.word = RoutineNames.bare(from);
    this.untyped = from.name().equals(word + "()") || !objects.contains(from.withName(word + "()"));
    this.oldName = plain(from);
    this.newName = plain(to);
    this.parent = PARENTS.contains(from.kind());
    this.isType =
        Objects.TYPES.contains(from.kind())
            || from.kind() == Kind.TABLE
            || from.kind() == Kind.FOREIGN_TABLE
            || from.kind() == Kind.VIEW
            || from.kind() == Kind.MATERIALIZED_VIEW;
    this.isIndex = INDEXES.contains(from.kind());
    this.inText = from.parent().isEmpty();
  }

  private QualifiedName plain(ObjectId id) {
    if (id.kind() == Kind.OPERATOR_CLASS || id.kind() == Kind.OPERATOR_FAMILY) {
      return OperatorFamilyNames.plain(new QualifiedName(id.schema(), id.name()));
    }
    return new QualifiedName(id.schema(), isRoutine ? RoutineNames.bare(id) : id.name());
  }

  @Override
  public ObjectId id(ObjectId id) {
    if (id.equals(from)) {
      return to;
    }
    if (isIndex && id.equals(Facets.index(from))) {
      return Facets.index(to);
    }
    if (parent && id.belongsTo(from)) {
      return id.withSchema(to.schema()).withParent(to.name());
    }
    String language = " LANGUAGE " + from.name();
    if (from.kind() == Kind.LANGUAGE
        && id.kind() == Kind.TRANSFORM
        && id.name().endsWith(language)) {
      return id.withName(id.name().replace(language, " LANGUAGE " + to.name()));
    }
    return isType ? Signatures.change(id, this::renamed) : id;
  }

  @Override
  public TypeName type(TypeName type) {
    return isType && type.name().equals(from.name()) && type.schema().equals(from.schema())
        ? new TypeName(to.schema(), to.name(), type.modifier(), type.array())
        : type;
  }

  @Override
  public QualifiedName name(Kind kind, QualifiedName name) {
    boolean sameKind = isRoutine ? ROUTINES.contains(kind) : kind == from.kind();
    if (sameKind && untyped && name.equals(oldName)) {
      return newName;
    }
    if (isRoutine && sameKind && name.equals(new QualifiedName(from.schema(), from.name()))) {
      return new QualifiedName(to.schema(), to.name());
    }
    return isType
        ? new QualifiedName(name.schema(), Signatures.change(name.name(), this::renamed))
        : name;
  }

  private String renamed(String type) {
    return type.equals(Identifiers.quote(from.schema(), from.name()))
        ? Identifiers.quote(to.schema(), to.name())
        : type;
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    return inText && expression.sql().contains(word)
        ? Expressions.renameObject(expression, owner, from, to, objects)
        : expression;
  }

  @Override
  public Query query(ObjectId owner, Query query) {
    Query renamed =
        inText && query.sql().contains(word)
            ? Queries.renameObject(query, owner, from, to, objects)
            : query;
    return renamed.with(this::id);
  }

  @Override
  public String index(ObjectId relation, String index) {
    return isIndex && from.belongsTo(relation) && index.equals(from.name()) ? to.name() : index;
  }
}
