package dev.drift.engine.ddl;

import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what COMMENT ON and SECURITY LABEL name. */
final class CommentTargets {
  private static final List<Kind> GLOBAL =
      List.of(
          Kind.EVENT_TRIGGER,
          Kind.FOREIGN_DATA_WRAPPER,
          Kind.PUBLICATION,
          Kind.SERVER,
          Kind.SUBSCRIPTION);

  private final TokenReader tokens;
  private final Context context;

  private CommentTargets(TokenReader tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  /** {@return the object meant; empty for kinds that are no part of the model} */
  static Optional<ObjectId> read(TokenReader tokens, Context context) {
    return new CommentTargets(tokens, context).read();
  }

  private Optional<ObjectId> read() {
    if (tokens.accept("column")) {
      return Optional.of(column());
    }
    if (tokens.accept("table")
        || tokens.accept("view")
        || tokens.accept("materialized", "view")
        || tokens.accept("sequence")
        || tokens.accept("foreign", "table")) {
      Named name = Named.read(tokens);
      return Optional.of(Names.requireRelation(name.name(), name.at(), context).id());
    }
    if (tokens.accept("index")) {
      Named name = Named.read(tokens);
      ObjectId id = Names.requireRelation(name.name(), name.at(), context).id();
      return Optional.of(new ObjectId(Kind.INDEX, id.schema(), id.parent(), id.name()));
    }
    if (tokens.accept("schema")) {
      Named name = Named.readGlobal(tokens);
      Names.requireSchema(name.plain(), name.at(), context);
      return Optional.of(ObjectId.global(Kind.SCHEMA, name.plain()));
    }
    if (tokens.accept("type") || tokens.accept("domain")) {
      return type(Named.read(tokens)).map(SchemaObject::id);
    }
    if (tokens.at("function") || tokens.at("procedure") || tokens.at("routine")) {
      Set<Kind> kinds = RoutineChanges.kinds(tokens);
      var reference = Routines.Reference.read(tokens, context.scope());
      return Optional.of(Routines.require(reference, context, kinds).id());
    }
    if (tokens.accept("constraint")) {
      return constraint();
    }
    Optional<ObjectId> definition = DefinitionTargets.read(tokens, context);
    if (definition.isPresent()) {
      return definition;
    }
    for (Kind kind : List.of(Kind.TRIGGER, Kind.POLICY, Kind.RULE)) {
      if (tokens.accept(kind.words())) {
        Named name = Named.readGlobal(tokens);
        return Optional.of(TableParts.require(tokens, name, kind, context).id());
      }
    }
    if (tokens.accept("statistics")) {
      Named name = Named.read(tokens);
      return Optional.of(
          Names.first(name.name(), context, object -> object.id().kind() == Kind.STATISTICS)
              .orElseThrow(
                  () ->
                      Names.unknown(
                          name.name(),
                          "statistics object \"" + name.name() + "\" does not exist",
                          name.at(),
                          context))
              .id());
    }
    for (Kind kind : GLOBAL) {
      if (tokens.accept(kind.words().split(" "))) {
        Named name = Named.readGlobal(tokens);
        return Optional.of(GlobalObjects.require(name, kind, SchemaObject.class, context).id());
      }
    }
    return Optional.empty();
  }

  /** Reads {@code [schema.]table.column}. */
  private ObjectId column() {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a column"));
    var path = new ArrayList<String>();
    do {
      path.add(tokens.name());
    } while (tokens.acceptSymbol("."));
    int size = path.size();
    if (size < 2) {
      throw tokens.unexpected("a table and its column");
    }
    String schema = size > 2 ? path.get(size - 3) : "";
    var table = new QualifiedName(schema, path.get(size - 2));
    return columnOf(table, path.get(size - 1), at);
  }

  private ObjectId columnOf(QualifiedName table, String column, Token at) {
    SchemaObject relation = Names.requireRelation(table, at, context);
    ObjectId id = ObjectId.column(relation.id(), column);
    boolean known =
        switch (relation) {
          case View view -> view.columns().isEmpty() || view.columns().contains(column);
          case MaterializedView view -> view.columns().isEmpty() || view.columns().contains(column);
          case CompositeType type ->
              type.fields().stream().anyMatch(field -> field.name().equals(column));
          default -> context.objects().contains(id);
        };
    if (!known && !context.doubt().concerns(id.schema(), relation.id().name())) {
      throw new RejectedException(
          "column \"" + column + "\" of relation \"" + relation.id().name() + "\" does not exist",
          at);
    }
    return id;
  }

  private Optional<SchemaObject> type(Named name) {
    Optional<SchemaObject> found = Names.type(name.name(), context);
    if (found.isPresent() || !context.objects().ofKind(Kind.EXTENSION).isEmpty()) {
      return found;
    }
    throw Names.unknownType(name, context);
  }

  private Optional<ObjectId> constraint() {
    Named name = Named.readGlobal(tokens);
    tokens.expect("on");
    boolean onDomain = tokens.accept("domain");
    Named owner = Named.read(tokens);
    Optional<SchemaObject> found =
        onDomain ? Names.type(owner.name(), context) : Names.relation(owner.name(), context);
    SchemaObject relation =
        found.orElseThrow(
            () ->
                Names.unknown(
                    owner.name(),
                    (onDomain ? "type" : "relation") + " \"" + owner.name() + "\" does not exist",
                    owner.at(),
                    context));
    Optional<ObjectId> constraint =
        context.objects().childrenOf(relation.id()).stream()
            .map(SchemaObject::id)
            .filter(id -> Objects.CONSTRAINTS.contains(id.kind()))
            .filter(id -> id.name().equals(name.plain()))
            .findFirst();
    if (constraint.isPresent() || isNotNull(relation, name.plain())) {
      return constraint;
    }
    throw Names.unknown(
        name.name(),
        "constraint \""
            + name.plain()
            + "\" for "
            + (onDomain ? "domain" : "table")
            + " \""
            + owner.plain()
            + "\" does not exist",
        name.at(),
        context);
  }

  /** What is said of a not-null constraint is no part of the model. */
  private boolean isNotNull(SchemaObject relation, String constraint) {
    Stream<NotNullConstraint> all =
        relation instanceof DomainType domain
            ? domain.notNullConstraint().stream()
            : context.objects().columnsOf(relation.id()).stream()
                .flatMap(column -> column.notNullConstraint().stream());
    return all.anyMatch(it -> it.name().equals(constraint));
  }
}
