package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code CREATE} and {@code ALTER STATISTICS} (statscmds.c). */
final class StatisticsStatements {
  private static final Set<String> ALL_KINDS = Set.of("ndistinct", "dependencies", "mcv");

  private StatisticsStatements() {}

  /** {@code CREATE STATISTICS [[IF NOT EXISTS] name] [(kind, …)] ON element, … FROM table}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "statistics");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    boolean unnamed = tokens.atSymbol("(") || tokens.at("on");
    Optional<Named> name = unnamed ? Optional.empty() : Optional.of(Named.read(tokens));
    SortedSet<String> kinds = new TreeSet<>();
    if (tokens.atSymbol("(")) {
      kinds.addAll(ViewQuery.names(tokens.group()));
    }
    tokens.expect("on");
    List<List<Token>> elements = elements(tokens);
    tokens.expect("from");
    Named table = Named.read(tokens);
    SchemaObject relation = Names.requireRelation(table.name(), table.at(), context);
    if (name.isPresent()) {
      var id = ObjectId.of(Kind.STATISTICS, name.get().creationSchema(context), name.get().plain());
      if (context.objects().contains(id)) {
        if (ifNotExists) {
          return new Decision.Effects(List.of());
        }
        throw Existing.taken(
            id, "statistics object \"" + id.name() + "\" already exists", name.get().at(), context);
      }
    }
    var columns = new TreeSet<String>();
    var expressions = new ArrayList<Expression>();
    var names = new ArrayList<String>();
    for (List<Token> element : elements) {
      Optional<String> column = column(element);
      if (column.isPresent()) {
        if (relation.id().kind() != Kind.MATERIALIZED_VIEW) {
          TableColumns.require(relation.id(), column.get(), element.getFirst(), context);
        }
        columns.add(column.get());
      } else {
        expressions.add(Expressions.read(element, context.scope(), Optional.of(relation.id())));
      }
      names.add(column.orElse("expr"));
    }
    if (kinds.isEmpty() && elements.size() > 1) {
      kinds.addAll(ALL_KINDS);
    }
    ObjectId id =
        name.map(n -> ObjectId.of(Kind.STATISTICS, n.creationSchema(context), n.plain()))
            .orElseGet(() -> generated(relation.id(), names, context.objects()));
    var changes = new Changes(context);
    changes.create(
        new Statistics(id, relation.id(), columns, expressions, kinds, OptionalInt.empty()));
    return changes.effects();
  }

  /** {@return the name that statistics get without one} ({@code ChooseExtendedStatisticName}) */
  static ObjectId generated(ObjectId relation, List<String> names, Objects objects) {
    String schema = relation.schema();
    return ObjectId.of(
        Kind.STATISTICS,
        schema,
        GeneratedNames.free(
            relation.name(),
            GeneratedNames.columns(names),
            "stat",
            name -> objects.contains(ObjectId.of(Kind.STATISTICS, schema, name))));
  }

  private static List<List<Token>> elements(TokenReader tokens) {
    var elements = new ArrayList<List<Token>>();
    do {
      int from = tokens.mark();
      if (tokens.atSymbol("(")) {
        tokens.group();
      } else {
        while (!tokens.atEnd() && !tokens.atSymbol(",") && !tokens.at("from")) {
          if (tokens.atSymbol("(")) {
            tokens.group();
          } else {
            tokens.next();
          }
        }
      }
      elements.add(tokens.since(from));
    } while (tokens.acceptSymbol(","));
    return elements;
  }

  /** A column may stand between parentheses as well. */
  private static Optional<String> column(List<Token> element) {
    List<Token> bare = element;
    while (bare.size() > 2 && bare.getFirst().isSymbol("(")) {
      bare = bare.subList(1, bare.size() - 1);
    }
    return bare.size() == 1 && bare.getFirst().isName()
        ? Optional.of(bare.getFirst().value())
        : Optional.empty();
  }

  /** {@code ALTER STATISTICS [IF EXISTS] name RENAME | SET SCHEMA | SET STATISTICS | OWNER}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "statistics");
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.read(tokens);
    Optional<SchemaObject> found =
        Names.first(name.name(), context, object -> object instanceof Statistics);
    if (found.isEmpty()) {
      if (ifExists) {
        return new Decision.Effects(List.of());
      }
      throw Names.unknown(
          name.name(),
          "statistics object \"" + name.name() + "\" does not exist",
          name.at(),
          context);
    }
    var changes = new Changes(context);
    var statistics = (Statistics) found.get();
    if (tokens.accept("set", "statistics")) {
      OptionalInt target = ColumnActions.statistics(tokens);
      changes.alter(
          statistics,
          new Statistics(
              statistics.id(),
              statistics.relation(),
              statistics.columns(),
              statistics.expressions(),
              statistics.kinds(),
              target));
    } else if (!Moves.decide(tokens, statistics, changes)) {
      tokens.expect("owner", "to");
      Ownership.change(tokens, statistics.id(), changes);
    }
    return changes.effects();
  }
}
