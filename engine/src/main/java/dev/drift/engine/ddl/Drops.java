package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code DROP kind [IF EXISTS] name [, …] [CASCADE | RESTRICT]} for all that needs no ON. */
final class Drops {
  /** Finds the object that comes next in the list; empty if there is none of that name. */
  interface Finder {
    Target read(TokenReader tokens, Context context);
  }

  /** What one name in the list means; {@code message} is what is said where there is none. */
  record Target(Optional<SchemaObject> object, Named name, String message) {}

  private Drops() {}

  static Decision schemas(TokenReader tokens, Context context) {
    tokens.expect("drop", "schema");
    return decide(tokens, context, (t, c) -> global(t, c, Kind.SCHEMA));
  }

  static Decision extensions(TokenReader tokens, Context context) {
    tokens.expect("drop", "extension");
    return decide(tokens, context, (t, c) -> global(t, c, Kind.EXTENSION));
  }

  /** {@return the reader of DROP for a kind that lives in no schema} */
  static StatementReader global(Kind kind) {
    return (tokens, context) -> {
      tokens.expect("drop");
      tokens.expect(kind.words().split(" "));
      return decide(tokens, context, (t, c) -> global(t, c, kind));
    };
  }

  /** {@return the reader of DROP for a kind of relation} */
  static StatementReader relations(Kind kind) {
    return (tokens, context) -> {
      tokens.expect("drop");
      tokens.expect(kind.words().split(" "));
      return decide(tokens, context, (t, c) -> relation(t, c, kind));
    };
  }

  static Decision statistics(TokenReader tokens, Context context) {
    tokens.expect("drop", "statistics");
    return decide(tokens, context, Drops::statisticsObject);
  }

  private static Target statisticsObject(TokenReader tokens, Context context) {
    Named name = Named.read(tokens);
    return new Target(
        Names.first(name.name(), context, object -> object.id().kind() == Kind.STATISTICS),
        name,
        "statistics object \"" + name.name() + "\" does not exist");
  }

  static Decision types(TokenReader tokens, Context context) {
    tokens.expect("drop");
    if (!tokens.accept("domain")) {
      tokens.expect("type");
    }
    return decide(tokens, context, Drops::type);
  }

  static Decision views(TokenReader tokens, Context context) {
    tokens.expect("drop");
    Kind kind = tokens.accept("materialized") ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
    tokens.expect("view");
    return decide(tokens, context, (t, c) -> relation(t, c, kind));
  }

  static Decision tables(TokenReader tokens, Context context) {
    tokens.expect("drop", "table");
    return decide(tokens, context, (t, c) -> relation(t, c, Kind.TABLE));
  }

  static Decision sequences(TokenReader tokens, Context context) {
    tokens.expect("drop", "sequence");
    return decide(tokens, context, Drops::sequence);
  }

  static Decision indexes(TokenReader tokens, Context context) {
    tokens.expect("drop", "index");
    tokens.accept("concurrently");
    return decide(tokens, context, Drops::index);
  }

  static Decision routines(TokenReader tokens, Context context) {
    tokens.expect("drop");
    Set<Kind> kinds = RoutineChanges.kinds(tokens);
    return decide(tokens, context, (t, c) -> routine(t, c, kinds));
  }

  static Decision decide(TokenReader tokens, Context context, Finder finder) {
    boolean ifExists = tokens.accept("if", "exists");
    var targets = new ArrayList<Target>();
    do {
      try {
        Target target = finder.read(tokens, context);
        if (target.object().isPresent()) {
          targets.add(target);
        } else if (!ifExists) {
          throw Names.unknown(target.name().name(), target.message(), target.name().at(), context);
        }
      } catch (TemporaryException e) {
        continue;
      }
    } while (tokens.acceptSymbol(","));
    boolean cascade = tokens.accept("cascade");
    if (!cascade) {
      tokens.accept("restrict");
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of the statement");
    }
    var changes = new Changes(context);
    List<SchemaObject> objects = targets.stream().map(t -> t.object().orElseThrow()).toList();
    if (!objects.isEmpty()) {
      Dependents.drop(objects, cascade, targets.get(0).name().at(), changes);
    }
    return changes.effects();
  }

  static Target global(TokenReader tokens, Context context, Kind kind) {
    Named name = Named.readGlobal(tokens);
    return new Target(
        context.objects().find(ObjectId.global(kind, name.plain())),
        name,
        kind.words() + " \"" + name.plain() + "\" does not exist");
  }

  /** Reads the name of something in a schema that is neither relation, type nor routine. */
  static Target plain(TokenReader tokens, Context context, Kind kind) {
    Named name = Named.read(tokens);
    return new Target(
        Names.first(name.name(), context, object -> object.id().kind() == kind),
        name,
        SchemaNames.message(name, kind));
  }

  static Decision named(TokenReader tokens, Context context, Kind kind) {
    tokens.expect("drop", kind.words());
    return decide(tokens, context, (t, c) -> plain(t, c, kind));
  }

  static Decision aggregates(TokenReader tokens, Context context) {
    tokens.expect("drop", "aggregate");
    return decide(
        tokens,
        context,
        (t, c) -> {
          Named name = Named.read(t);
          AggregateSignature signature = AggregateSignature.read(t, c);
          return new Target(
              AggregateStatements.find(name, signature, c),
              name,
              AggregateStatements.message(name, signature));
        });
  }

  private static Target type(TokenReader tokens, Context context) {
    Named name = Named.read(tokens);
    Multiranges.requireNone(name, context);
    return new Target(
        Names.type(name.name(), context), name, "type \"" + name.name() + "\" does not exist");
  }

  private static Target relation(TokenReader tokens, Context context, Kind kind) {
    return relation(Named.read(tokens), context, kind);
  }

  private static Target relation(Named name, Context context, Kind kind) {
    Optional<SchemaObject> found = Names.relation(name.name(), context);
    if (found.isPresent() && found.get().id().kind() != kind) {
      throw new RejectedException(
          "\"" + name.plain() + "\" is not " + (kind == Kind.INDEX ? "an " : "a ") + kind.words(),
          name.at());
    }
    return new Target(found, name, kind.words() + " \"" + name.name() + "\" does not exist");
  }

  private static Target sequence(TokenReader tokens, Context context) {
    Named name = Named.read(tokens);
    for (String schema : Names.path(name.name(), context)) {
      Optional<Column> column =
          context.objects().identityColumn(new QualifiedName(schema, name.plain()));
      if (column.isPresent()) {
        throw new RejectedException(
            "cannot drop sequence "
                + name.name()
                + " because column "
                + column.get().id().name()
                + " of table "
                + column.get().id().parent()
                + " requires it",
            name.at());
      }
    }
    return relation(name, context, Kind.SEQUENCE);
  }

  private static Target index(TokenReader tokens, Context context) {
    Named name = Named.read(tokens);
    Optional<SchemaObject> found = Names.relation(name.name(), context);
    if (found.isPresent() && Objects.CONSTRAINTS.contains(found.get().id().kind())) {
      throw new RejectedException(
          "cannot drop index "
              + name.name()
              + " because constraint "
              + name.plain()
              + " on table "
              + found.get().id().parent()
              + " requires it",
          name.at());
    }
    if (found.isPresent() && found.get() instanceof PartitionIndex part) {
      throw new RejectedException(
          "cannot drop index "
              + name.name()
              + " because index "
              + part.original().name()
              + " requires it",
          name.at());
    }
    return relation(name, context, Kind.INDEX);
  }

  private static Target routine(TokenReader tokens, Context context, Set<Kind> kinds) {
    var reference = Routines.Reference.read(tokens, context.scope());
    return new Target(
        Routines.find(reference, context, kinds).map(SchemaObject.class::cast),
        reference.name(),
        "function " + reference.text() + " does not exist");
  }
}
