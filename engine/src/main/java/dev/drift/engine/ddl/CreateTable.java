package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** {@code CREATE TABLE}: columns, LIKE, INHERITS, OF, PARTITION OF; AS is {@link CreateTableAs}. */
final class CreateTable implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("create");
    if (!tokens.accept("global")) {
      tokens.accept("local");
    }
    if (tokens.accept("temporary") || tokens.accept("temp")) {
      return new Decision.NoSchemaEffect();
    }
    boolean unlogged = tokens.accept("unlogged");
    tokens.expect("table");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    ObjectId table = ObjectId.table(schema, name.plain());
    if (TakenNames.relation(context.objects(), schema, name.plain())) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw Existing.relation(schema, name.plain(), name.at(), context);
    }
    Existing.requireNoType(schema, name.plain(), name.at(), context);
    var changes = new Changes(context);
    if (CreateTableAs.follows(tokens)) {
      return CreateTableAs.decide(tokens, table, unlogged, changes);
    }
    try {
      define(tokens, TableEdit.of(Table.plain(table), edit -> edit.unlogged = unlogged), changes);
    } catch (TemporaryException e) {
      throw new OpaqueException("copies a temporary table", new TreeSet<>(List.of(table)));
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of CREATE TABLE");
    }
    return changes.decision();
  }

  static void define(TokenReader tokens, Table plain, Changes changes) {
    Context context = changes.context();
    var base = new ArrayList<Column>();
    Table table = plain;
    TableDefinition definition;
    boolean typed = true;
    if (tokens.accept("of")) {
      TypeName type = rowType(Named.read(tokens), context);
      table = TableEdit.of(plain, edit -> edit.ofType = Optional.of(type));
      base.addAll(columnsOf(type, plain.id(), context));
      definition = optionalDefinition(tokens, context);
    } else if (tokens.accept("partition", "of")) {
      Table parent = table(Named.read(tokens), context);
      definition = optionalDefinition(tokens, context);
      Expression bound = PartitionClauses.bound(tokens, parent, context);
      table =
          TableEdit.of(
              plain,
              edit -> edit.partitionOf = Optional.of(new Table.Partition(parent.id(), bound)));
      inheritAll(parent, plain.id(), base, context);
    } else {
      typed = false;
      definition = TableDefinition.read(tokens, false, context);
      if (tokens.accept("inherits")) {
        List<Table> parents = parents(tokens, context);
        List<ObjectId> ids = parents.stream().map(Table::id).toList();
        table = TableEdit.of(plain, edit -> edit.inherits = ids);
        parents.forEach(parent -> inheritAll(parent, plain.id(), base, context));
      }
    }
    var builder = new TableBuilder(base, definition, typed, changes);
    builder.build(tail(tokens, table, builder.preview(table)));
  }

  private static TypeName rowType(Named name, Context context) {
    SchemaObject type = Names.requireType(name, context);
    return new TypeName(type.id().schema(), type.id().name(), "", false);
  }

  private static TableDefinition optionalDefinition(TokenReader tokens, Context context) {
    return tokens.atSymbol("(")
        ? TableDefinition.read(tokens, true, context)
        : new TableDefinition(List.of());
  }

  private static List<Table> parents(TokenReader tokens, Context context) {
    var parents = new ArrayList<Table>();
    tokens.expectSymbol("(");
    do {
      Named name = Named.read(tokens);
      Table parent = table(name, context);
      if (parents.contains(parent)) {
        throw new RejectedException(
            "relation \"" + parent.id().name() + "\" would be inherited from more than once",
            name.at());
      }
      parents.add(parent);
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return parents;
  }

  private static Table table(Named name, Context context) {
    SchemaObject relation = Names.requireRelation(name.name(), name.at(), context);
    if (relation instanceof Table table) {
      return table;
    }
    throw new RejectedException("\"" + relation.id().name() + "\" is not a table", name.at());
  }

  private static void inheritAll(
      Table parent, ObjectId heir, List<Column> columns, Context context) {
    boolean partition = parent.partitionKey().isPresent();
    for (Column column : TableColumns.of(context.objects(), parent.id())) {
      boolean known = columns.stream().anyMatch(c -> c.id().name().equals(column.id().name()));
      if (!known) {
        Column inherited = Partitions.inherit(column, heir, columns.size() + 1);
        columns.add(
            partition
                ? inherited
                : ColumnEdit.of(inherited, edit -> edit.identity = Optional.empty()));
      }
    }
  }

  private static List<Column> columnsOf(TypeName type, ObjectId table, Context context) {
    var columns = new ArrayList<Column>();
    context.objects().named(type.schema(), type.name()).stream()
        .filter(CompositeType.class::isInstance)
        .flatMap(object -> ((CompositeType) object).fields().stream())
        .forEach(
            field ->
                columns.add(
                    ColumnEdit.of(
                        Column.plain(
                            ObjectId.column(table, field.name()), columns.size() + 1, field.type()),
                        edit -> edit.collation = field.collation())));
    return columns;
  }

  /** Reads PARTITION BY, USING, WITH, ON COMMIT and TABLESPACE. */
  private static Table tail(TokenReader tokens, Table table, Context preview) {
    if (table.foreign().isPresent()) {
      var foreign = CreateForeignTable.server(tokens, preview);
      return TableEdit.of(table, edit -> edit.foreign = Optional.of(foreign));
    }
    Optional<Expression> key =
        tokens.accept("partition", "by")
            ? Optional.of(PartitionClauses.key(tokens, table.id(), preview))
            : Optional.empty();
    Optional<String> method =
        tokens.accept("using") ? Optional.of(tokens.name()) : Optional.empty();
    SortedMap<String, String> options =
        tokens.at("with") || tokens.at("without")
            ? StorageParameters.readWith(tokens)
            : Collections.emptySortedMap();
    if (tokens.accept("on", "commit")) {
      Token action = tokens.next();
      if (!action.is("drop")) {
        tokens.expect("rows");
      }
    }
    Optional<String> tablespace =
        tokens.accept("tablespace") ? Optional.of(tokens.name()) : Optional.empty();
    Optional<Table> parent =
        table.partitionOf().flatMap(of -> preview.objects().find(of.parent(), Table.class));
    Session session = preview.session();
    return TableEdit.of(
        table,
        edit -> {
          edit.partitionKey = key;
          edit.accessMethod =
              method
                  .or(() -> parent.flatMap(Table::accessMethod))
                  .or(() -> key.isPresent() ? Optional.empty() : session.accessMethod())
                  .filter(m -> !m.equals("heap"));
          edit.options = options;
          edit.tablespace =
              session.tablespace(tablespace.or(() -> parent.flatMap(Table::tablespace)));
        });
  }
}
