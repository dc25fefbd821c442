package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** {@code CREATE [UNIQUE] INDEX [CONCURRENTLY] [[IF NOT EXISTS] name] ON [ONLY] table (…) …}. */
final class CreateIndex implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean unique = tokens.accept("unique");
    tokens.expect("index");
    tokens.accept("concurrently");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Optional<Named> name =
        tokens.at("on") ? Optional.empty() : Optional.of(Named.readGlobal(tokens));
    tokens.expect("on");
    boolean only = tokens.accept("only");
    Named on = Named.read(tokens);
    ObjectId table = relation(on, name, context);
    if (name.isPresent()
        && TakenNames.relation(context.objects(), table.schema(), name.get().plain())) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw Existing.relation(table.schema(), name.get().plain(), name.get().at(), context);
    }
    var changes = new Changes(context);
    Index index = index(tokens, table, name.map(Named::plain), unique, context);
    boolean incomplete = only && hasPartitions(table, context.objects());
    if (incomplete) {
      index = index.alone();
    }
    changes.create(index);
    new ReferencedKeys(changes).made(index.id());
    if (!incomplete) {
      spread(index, table, changes);
    }
    return changes.decision();
  }

  /** A partition's index that is adopted may lack its own partitions' parts. */
  private static void spread(Index index, ObjectId table, Changes changes) {
    var parts = new PartitionParts(changes);
    parts.spread(table, index);
    if (hasPartitions(table, changes.objects()) && !parts.complete(table, index.id())) {
      changes.alter(index, index.alone());
    }
  }

  /** {@return the table or materialized view; where it is not known the index stays open} */
  private static ObjectId relation(Named on, Optional<Named> name, Context context) {
    try {
      SchemaObject relation = Names.requireRelation(on.name(), on.at(), context);
      Kind kind = relation.id().kind();
      if (kind != Kind.TABLE && kind != Kind.MATERIALIZED_VIEW) {
        throw new RejectedException(
            "cannot create index on relation \"" + relation.id().name() + '"', on.at());
      }
      return relation.id();
    } catch (OpaqueException e) {
      var touched = new TreeSet<ObjectId>();
      if (name.isPresent() && !e.touched().isEmpty()) {
        touched.add(e.touched().first().child(Kind.INDEX, name.get().plain()));
      }
      throw new OpaqueException(String.valueOf(e.getMessage()), touched);
    }
  }

  private static boolean hasPartitions(ObjectId table, Objects objects) {
    return objects.find(table, Table.class).flatMap(Table::partitionKey).isPresent()
        && !objects.heirsOf(table).isEmpty();
  }

  private static Index index(
      TokenReader tokens, ObjectId table, Optional<String> name, boolean unique, Context context) {
    String method = tokens.accept("using") ? tokens.name() : "btree";
    tokens.expectSymbol("(");
    var keys = new ArrayList<IndexKeyClause>();
    do {
      keys.add(IndexKeyClause.read(tokens));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    List<String> include = new ArrayList<>();
    if (tokens.accept("include")) {
      tokens.expectSymbol("(");
      do {
        include.add(tokens.name());
      } while (tokens.acceptSymbol(","));
      tokens.expectSymbol(")");
    }
    boolean nullsNotDistinct = tokens.accept("nulls", "not", "distinct");
    tokens.accept("nulls", "distinct");
    SortedMap<String, String> options =
        tokens.at("with") ? StorageParameters.readWith(tokens) : Collections.emptySortedMap();
    Optional<String> tablespace =
        tokens.accept("tablespace") ? Optional.of(tokens.name()) : Optional.empty();
    Optional<Expression> predicate = Optional.empty();
    if (tokens.accept("where")) {
      List<Token> where = tokens.rest();
      predicate = Optional.of(Expressions.read(where, context.scope(), Optional.of(table)));
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of CREATE INDEX");
    }
    var reader = new IndexKeys(table, method, context);
    List<IndexKey> read = keys.stream().map(reader::read).toList();
    String chosen =
        name.orElseGet(
            () -> {
              String columns = GeneratedNames.columns(IndexNames.of(keys, include, context));
              return TakenNames.chooseRelation(
                  context.objects(), table.schema(), List.of(table.name(), columns), "idx");
            });
    return new Index(
        table.child(Kind.INDEX, chosen),
        unique,
        method,
        read,
        include,
        nullsNotDistinct,
        predicate,
        options,
        context.session().tablespace(tablespace),
        false,
        true);
  }
}
