package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code ALTER TABLE [IF EXISTS] [ONLY] name …}, also where it names a view, index or sequence. */
final class AlterTable implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("alter");
    tokens.accept("foreign");
    tokens.expect("table");
    if (tokens.accept("all", "in", "tablespace")) {
      throw new OpaqueException("moves whatever is in a tablespace", new TreeSet<>());
    }
    boolean ifExists = tokens.accept("if", "exists");
    boolean only = tokens.accept("only");
    Named name = Named.read(tokens);
    tokens.acceptSymbol("*");
    Optional<SchemaObject> relation = Names.relation(name.name(), context);
    if (relation.isEmpty() && ifExists) {
      return new Decision.Effects(List.of());
    }
    SchemaObject found =
        relation.orElseGet(() -> Names.requireRelation(name.name(), name.at(), context));
    var changes = new Changes(context);
    switch (found.id().kind()) {
      case TABLE, FOREIGN_TABLE -> table(tokens, (Table) found, only, changes);
      case VIEW, MATERIALIZED_VIEW -> {
        do {
          ViewChanges.action(tokens, found, changes);
        } while (tokens.acceptSymbol(","));
      }
      case SEQUENCE -> AlterSequence.actions(tokens, found, changes);
      case INDEX, PARTITION_INDEX, PRIMARY_KEY, UNIQUE, EXCLUSION ->
          AlterIndex.action(tokens, found, changes);
      default -> throw new RejectedException("\"" + name.plain() + "\" is not a table", name.at());
    }
    return changes.decision();
  }

  private static void table(TokenReader tokens, Table table, boolean only, Changes changes) {
    if (whole(tokens, table, changes)) {
      if (!tokens.atEnd()) {
        throw tokens.unexpected("the end of ALTER TABLE");
      }
      return;
    }
    new TableActions(table.id(), only, changes).run(ClauseEnds.parts(tokens.rest()));
  }

  /** Decides the forms that stand alone. {@return whether it was one} */
  private static boolean whole(TokenReader tokens, Table table, Changes changes) {
    ObjectId id = table.id();
    if (tokens.accept("rename", "constraint")) {
      ConstraintActions.rename(tokens, id, changes);
    } else if (tokens.at("rename", "to") || tokens.at("set", "schema")) {
      Moves.decide(tokens, table, changes);
    } else if (tokens.accept("rename")) {
      tokens.accept("column");
      renameColumn(tokens, table, changes);
    } else if (tokens.accept("attach", "partition")) {
      attach(tokens, table, changes);
    } else if (tokens.accept("detach", "partition")) {
      detach(tokens, changes);
    } else {
      return false;
    }
    return true;
  }

  private static void renameColumn(TokenReader tokens, Table table, Changes changes) {
    Named from = Named.readGlobal(tokens);
    tokens.expect("to");
    Named to = Named.readGlobal(tokens);
    ObjectId column = ObjectId.column(table.id(), from.plain());
    Context context = changes.context();
    if (!changes.objects().contains(column)) {
      throw TableColumns.unknown(
          table.id(), "column \"" + from.plain() + "\" does not exist", from.at(), context);
    }
    if (changes.objects().contains(column.withName(to.plain()))) {
      throw Existing.taken(
          column.withName(to.plain()),
          "column \"" + to.plain() + "\" of relation \"" + table.id().name() + "\" already exists",
          to.at(),
          context);
    }
    Renames.renameColumn(table.id(), from.plain(), to.plain(), changes);
  }

  private static void attach(TokenReader tokens, Table parent, Changes changes) {
    Named name = Named.read(tokens);
    SchemaObject partition = Names.requireRelation(name.name(), name.at(), changes.context());
    if (!(partition instanceof Table table)) {
      tokens.rest();
      return;
    }
    Lineage.requireNoCircle(table.id(), parent.id(), name.at(), changes.objects());
    var bound = PartitionClauses.bound(tokens, parent, changes.context());
    Partitions.attach(table, new Table.Partition(parent.id(), bound), name.at(), changes);
  }

  private static void detach(TokenReader tokens, Changes changes) {
    Named name = Named.read(tokens);
    boolean concurrently = tokens.accept("concurrently");
    if (!concurrently) {
      tokens.accept("finalize");
    }
    Token at = name.at();
    SchemaObject partition = Names.requireRelation(name.name(), at, changes.context());
    if (!(partition instanceof Table table) || table.partitionOf().isEmpty()) {
      throw new RejectedException(
          "relation \"" + name.plain() + "\" is not a partition of the relation", at);
    }
    if (concurrently) {
      new Detachment(table, changes).concurrently(at);
    } else {
      Partitions.detach(table, changes);
    }
  }
}
