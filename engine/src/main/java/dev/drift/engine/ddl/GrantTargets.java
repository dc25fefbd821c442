package dev.drift.engine.ddl;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what GRANT and REVOKE are about. */
final class GrantTargets {
  private static final Set<Kind> TABLES =
      EnumSet.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

  private final TokenReader tokens;
  private final Context context;

  private GrantTargets(TokenReader tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  /** {@return the objects, reading up to TO or FROM; none for what is no part of a schema} */
  static List<ObjectId> read(TokenReader tokens, Context context) {
    return new GrantTargets(tokens, context).read();
  }

  private List<ObjectId> read() {
    if (isBareName()) {
      return each(this::relation);
    }
    if (tokens.at("all")) {
      return allInSchemas();
    }
    if (tokens.accept("database")
        || tokens.accept("tablespace")
        || tokens.accept("parameter")
        || tokens.accept("large", "object")) {
      skip();
      return List.of();
    }
    if (tokens.accept("schema")) {
      return each(this::schema);
    }
    if (tokens.at("function") || tokens.at("procedure") || tokens.at("routine")) {
      tokens.next();
      return each(this::routine);
    }
    if (tokens.accept("type") || tokens.accept("domain")) {
      return each(this::type);
    }
    if (tokens.accept("language")) {
      return each(
          () -> {
            Named language = LanguageNames.read(tokens);
            LanguageNames.require(language, context);
            return Optional.of(LanguageNames.id(language));
          });
    }
    if (tokens.accept("foreign", "data", "wrapper")) {
      return each(() -> Optional.of(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, tokens.name())));
    }
    if (tokens.accept("foreign", "server")) {
      return each(() -> Optional.of(ObjectId.global(Kind.SERVER, tokens.name())));
    }
    if (tokens.accept("sequence")) {
      return each(this::sequence);
    }
    tokens.accept("table");
    return each(this::relation);
  }

  /** Words for kinds of objects may be names of tables, too: {@code ON language TO …}. */
  private boolean isBareName() {
    return tokens
        .peek(1)
        .filter(
            next -> next.is("to") || next.is("from") || next.isSymbol(",") || next.isSymbol("."))
        .isPresent();
  }

  private void skip() {
    while (!tokens.atEnd() && !tokens.at("to") && !tokens.at("from")) {
      tokens.next();
    }
  }

  private interface One {
    Optional<ObjectId> read();
  }

  private List<ObjectId> each(One one) {
    var targets = new ArrayList<ObjectId>();
    do {
      try {
        one.read().ifPresent(targets::add);
      } catch (TemporaryException e) {
        continue;
      }
    } while (tokens.acceptSymbol(","));
    return targets;
  }

  private Optional<ObjectId> schema() {
    Named name = Named.readGlobal(tokens);
    Names.requireSchema(name.plain(), name.at(), context);
    return Optional.of(ObjectId.global(Kind.SCHEMA, name.plain()))
        .filter(id -> context.objects().contains(id) || isSystem(id.name()));
  }

  private static boolean isSystem(String schema) {
    return schema.equals("pg_catalog") || schema.equals("information_schema");
  }

  private Optional<ObjectId> relation() {
    Named name = Named.read(tokens);
    Optional<ObjectId> identity = identity(name);
    if (identity.isPresent()) {
      return identity;
    }
    Optional<ObjectId> found = Names.relation(name.name(), context).map(SchemaObject::id);
    if (found.isEmpty()) {
      return foreign(name, "relation \"" + name.name() + "\" does not exist", Kind.TABLE);
    }
    if (Grantable.of(found.get().kind()).isEmpty() || found.get().kind() == Kind.COMPOSITE_TYPE) {
      String kind = found.get().kind() == Kind.COMPOSITE_TYPE ? "a composite type" : "an index";
      throw new RejectedException("\"" + name.plain() + "\" is " + kind, name.at());
    }
    return found;
  }

  private Optional<ObjectId> sequence() {
    Named name = Named.read(tokens);
    Optional<ObjectId> identity = identity(name);
    if (identity.isPresent()) {
      return identity;
    }
    Optional<ObjectId> found = Names.relation(name.name(), context).map(SchemaObject::id);
    if (found.filter(id -> id.kind() != Kind.SEQUENCE).isPresent()) {
      throw new RejectedException("\"" + name.plain() + "\" is not a sequence", name.at());
    }
    return found.isPresent()
        ? found
        : foreign(name, "relation \"" + name.name() + "\" does not exist", Kind.SEQUENCE);
  }

  /** The sequence behind an identity column, which is no object by itself. */
  private Optional<ObjectId> identity(Named name) {
    return Names.path(name.name(), context).stream()
        .map(schema -> new QualifiedName(schema, name.plain()))
        .filter(each -> context.objects().identityColumn(each).isPresent())
        .map(each -> ObjectId.of(Kind.SEQUENCE, each.schema(), each.name()))
        .findFirst();
  }

  private Optional<ObjectId> type() {
    Named name = Named.read(tokens);
    Optional<ObjectId> found = Names.type(name.name(), context).map(SchemaObject::id);
    if (found.isPresent()) {
      return found;
    }
    return Names.relation(name.name(), context).isPresent()
        ? Optional.empty()
        : foreign(name, "type \"" + name.name() + "\" does not exist", Kind.BASE_TYPE);
  }

  private Optional<ObjectId> routine() {
    var reference = Routines.Reference.read(tokens, context.scope());
    Optional<Routine> found = Routines.find(reference, context, Objects.ROUTINES);
    if (found.isPresent()) {
      return found.map(Routine::id);
    }
    String name = reference.name().plain();
    String signature =
        reference.parameters().map(list -> RoutineNames.signature(name, list)).orElse(name);
    Optional<ObjectId> aggregate =
        Names.routines(reference.name().name(), context).stream()
            .map(SchemaObject::id)
            .filter(id -> id.name().equals(signature))
            .findFirst();
    if (aggregate.isPresent()) {
      return aggregate;
    }
    return foreign(
            reference.name(), "function " + reference.text() + " does not exist", Kind.FUNCTION)
        .map(id -> id.withName(signature));
  }

  /**
   * What belongs to the server or to an extension stands in the model without schema, and only if
   * something was granted on it.
   */
  private Optional<ObjectId> foreign(Named name, String message, Kind kind) {
    String schema = name.name().schema();
    boolean extensions = !context.objects().ofKind(Kind.EXTENSION).isEmpty();
    boolean mayBeForeign = isSystem(schema) || extensions || kind != Kind.TABLE && schema.isEmpty();
    boolean doubtful =
        Names.path(name.name(), context).stream()
            .anyMatch(each -> context.doubt().concerns(each, name.plain()));
    if (mayBeForeign && !doubtful && (schema.isEmpty() || Names.schemaExists(schema, context))) {
      return Optional.of(ObjectId.of(kind, "", name.plain()));
    }
    throw Names.unknown(name.name(), message, name.at(), context);
  }

  private List<ObjectId> allInSchemas() {
    tokens.expect("all");
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (tokens.accept("tables")) {
      kinds.addAll(TABLES);
    } else if (tokens.accept("sequences")) {
      kinds.add(Kind.SEQUENCE);
    } else if (tokens.accept("functions")) {
      kinds.add(Kind.FUNCTION);
      kinds.add(Kind.AGGREGATE);
    } else if (tokens.accept("procedures")) {
      kinds.add(Kind.PROCEDURE);
    } else {
      tokens.expect("routines");
      kinds.addAll(Objects.ROUTINES);
    }
    tokens.expect("in", "schema");
    var targets = new ArrayList<ObjectId>();
    do {
      Named schema = Named.readGlobal(tokens);
      Names.requireSchema(schema.plain(), schema.at(), context);
      for (Kind kind : kinds) {
        context.objects().ofKind(kind).stream()
            .map(SchemaObject::id)
            .filter(id -> id.schema().equals(schema.plain()))
            .forEach(targets::add);
      }
      if (kinds.contains(Kind.SEQUENCE)) {
        identities(schema.plain(), targets);
      }
    } while (tokens.acceptSymbol(","));
    return targets;
  }

  private void identities(String schema, List<ObjectId> targets) {
    for (SchemaObject object : context.objects().ofKind(Kind.COLUMN)) {
      if (object instanceof Column column) {
        column
            .identity()
            .map(Column.Identity::sequence)
            .filter(name -> name.schema().equals(schema))
            .ifPresent(name -> targets.add(ObjectId.of(Kind.SEQUENCE, name.schema(), name.name())));
      }
    }
  }
}
