package dev.drift.engine.ddl;

import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.typing.OutputColumn;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code CREATE TABLE … AS query} and {@code SELECT … INTO table}. */
final class CreateTableAs {
  private CreateTableAs() {}

  /** {@return whether AS stands outside parentheses further on} */
  static boolean follows(TokenReader tokens) {
    int depth = 0;
    Optional<Token> token = tokens.peek();
    for (int i = 0; token.isPresent(); i++, token = tokens.peek(i)) {
      if (token.get().isSymbol("(")) {
        depth++;
      } else if (token.get().isSymbol(")")) {
        depth--;
      } else if (depth == 0 && token.get().is("as")) {
        return true;
      }
    }
    return false;
  }

  /** Decides what follows the table's name. */
  static Decision decide(TokenReader tokens, ObjectId table, boolean unlogged, Changes changes) {
    var names = new ArrayList<String>();
    if (tokens.acceptSymbol("(")) {
      do {
        names.add(tokens.name());
      } while (tokens.acceptSymbol(","));
      tokens.expectSymbol(")");
    }
    Optional<String> method =
        tokens.accept("using") ? Optional.of(tokens.name()) : Optional.empty();
    var options = StorageParameters.readWith(tokens);
    if (tokens.accept("on", "commit")) {
      tokens.next();
      tokens.accept("rows");
    }
    Optional<String> tablespace =
        tokens.accept("tablespace") ? Optional.of(tokens.name()) : Optional.empty();
    tokens.expect("as");
    if (tokens.at("execute")) {
      throw new OpaqueException("runs a prepared statement", new TreeSet<>(List.of(table)));
    }
    Session session = changes.context().session();
    Table created =
        TableEdit.of(
            Table.plain(table),
            edit -> {
              edit.unlogged = unlogged;
              edit.options = options;
              edit.accessMethod = method.or(session::accessMethod).filter(m -> !m.equals("heap"));
              edit.tablespace = session.tablespace(tablespace);
            });
    return create(created, names, withoutData(tokens.rest()), changes);
  }

  /** {@return the decision of a SELECT that has INTO outside parentheses; else empty} */
  static Optional<Decision> selectInto(List<Token> tokens, Context context) {
    int into = into(tokens);
    if (into < 0) {
      return Optional.empty();
    }
    var reader = new TokenReader(tokens.subList(into + 1, tokens.size()));
    if (reader.at("temp") || reader.at("temporary") || reader.at("local")) {
      return Optional.of(new Decision.NoSchemaEffect());
    }
    boolean unlogged = reader.accept("unlogged");
    reader.accept("table");
    Named name = Named.read(reader);
    ObjectId table = ObjectId.table(name.creationSchema(context), name.plain());
    if (TakenNames.relation(context.objects(), table.schema(), table.name())) {
      throw Existing.relation(table.schema(), table.name(), name.at(), context);
    }
    List<Token> query = new ArrayList<>(tokens.subList(0, into));
    query.addAll(reader.rest());
    return Optional.of(
        create(
            TableEdit.of(
                Table.plain(table),
                edit -> {
                  edit.unlogged = unlogged;
                  edit.accessMethod = context.session().accessMethod();
                  edit.tablespace = context.session().tablespace();
                }),
            List.of(),
            query,
            new Changes(context)));
  }

  private static int into(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth == 0 && token.is("into")) {
        return i > 0 && !tokens.get(i - 1).is("insert") && !tokens.get(i - 1).is("merge") ? i : -1;
      }
    }
    return -1;
  }

  private static List<Token> withoutData(List<Token> tokens) {
    int size = tokens.size();
    if (size > 3
        && tokens.get(size - 1).is("data")
        && tokens.get(size - 2).is("no")
        && tokens.get(size - 3).is("with")) {
      return tokens.subList(0, size - 3);
    }
    if (size > 2 && tokens.get(size - 1).is("data") && tokens.get(size - 2).is("with")) {
      return tokens.subList(0, size - 2);
    }
    return tokens;
  }

  private static Decision create(
      Table table, List<String> names, List<Token> query, Changes changes) {
    if (ViewQuery.temporary(query, changes.context()).isPresent()) {
      changes.create(table);
      changes.leaveOpen("reads a temporary table", List.of(table.id()));
      return changes.decision();
    }
    return switch (Queries.resolve(query, changes.context().scope())) {
      case Queries.Outcome.Invalid invalid ->
          new Decision.Rejected(invalid.message(), Optional.of(invalid.at()));
      case Queries.Outcome.NotUnderstood unknown -> {
        changes.create(table);
        changes.leaveOpen(unknown.reason(), List.of(table.id()));
        yield changes.decision();
      }
      case Queries.Outcome.Resolved resolved -> {
        List<String> columns =
            ViewQuery.columns(
                resolved.columns(), names, "too many column names were specified", query.get(0));
        changes.create(table);
        columns(table.id(), columns, resolved, changes);
        yield changes.decision();
      }
    };
  }

  private static void columns(
      ObjectId table, List<String> names, Queries.Outcome.Resolved resolved, Changes changes) {
    List<OutputColumn> found =
        Queries.columns(
            resolved.query(),
            changes.context().objects(),
            changes.context().session().serverMajor());
    var unknown = new ArrayList<ObjectId>();
    for (int i = 0; i < names.size(); i++) {
      Optional<OutputColumn> column = found.stream().skip(i).findFirst();
      Optional<TypeName> type = column.flatMap(OutputColumn::type);
      ObjectId id = ObjectId.column(table, names.get(i));
      changes.create(
          ColumnEdit.of(
              Column.plain(id, i + 1, type.orElse(Types.UNTOLD)),
              edit -> edit.collation = column.flatMap(OutputColumn::collation)));
      if (type.isEmpty()) {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      changes.leaveOpen("the query's types are not known", unknown);
    }
  }
}
