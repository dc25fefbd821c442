package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code CREATE FOREIGN TABLE}: a table's definition with SERVER and OPTIONS at its end. */
final class CreateForeignTable implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("create", "foreign", "table");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    if (TakenNames.relation(context.objects(), schema, name.plain())) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw Existing.relation(schema, name.plain(), name.at(), context);
    }
    Existing.requireNoType(schema, name.plain(), name.at(), context);
    var none = new Table.Foreign("", Collections.emptySortedMap());
    Table plain =
        TableEdit.of(
            Table.plain(ObjectId.of(Kind.FOREIGN_TABLE, schema, name.plain())),
            edit -> edit.foreign = Optional.of(none));
    var changes = new Changes(context);
    CreateTable.define(tokens, plain, changes);
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of CREATE FOREIGN TABLE");
    }
    return changes.decision();
  }

  /** Reads {@code SERVER name [OPTIONS (…)]}. */
  static Table.Foreign server(TokenReader tokens, Context context) {
    tokens.expect("server");
    Named server = Named.readGlobal(tokens);
    boolean known = context.objects().contains(ObjectId.global(Kind.SERVER, server.plain()));
    if (!known) {
      throw Names.unknown(
          server.name(), "server \"" + server.plain() + "\" does not exist", server.at(), context);
    }
    return new Table.Foreign(server.plain(), ForeignOptions.read(tokens));
  }
}
