package dev.drift.engine.ddl;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code ALTER INDEX [IF EXISTS] name …}. */
final class AlterIndex implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("alter", "index");
    if (tokens.accept("all", "in", "tablespace")) {
      throw new OpaqueException("moves whatever is in a tablespace", new TreeSet<>());
    }
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.read(tokens);
    Optional<SchemaObject> found = Names.relation(name.name(), context);
    if (found.isEmpty() && (ifExists || Partitions.mayBeUnknownPart(name.name(), context))) {
      return new Decision.Effects(List.of());
    }
    SchemaObject index =
        found.orElseGet(() -> Names.requireRelation(name.name(), name.at(), context));
    var changes = new Changes(context);
    action(tokens, index, changes);
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of ALTER INDEX");
    }
    return changes.decision();
  }

  /** Decides the action behind the index's name. */
  static void action(TokenReader tokens, SchemaObject index, Changes changes) {
    if (tokens.accept("rename", "to")) {
      rename(tokens, index.id(), changes);
    } else if (tokens.accept("attach", "partition")) {
      attach(tokens, index, changes);
    } else if (tokens.accept("set", "tablespace")) {
      var tablespace = changes.context().session().tablespace(Optional.of(tokens.name()));
      tokens.accept("nowait");
      changes.alter(index, IndexStorage.with(index, IndexStorage.options(index), tablespace));
    } else if (tokens.accept("reset")) {
      var options = new TreeMap<>(IndexStorage.options(index));
      StorageParameters.readNames(tokens).forEach(options::remove);
      changes.alter(index, IndexStorage.with(index, options, IndexStorage.tablespace(index)));
    } else if (tokens.accept("set")) {
      var options = new TreeMap<>(IndexStorage.options(index));
      options.putAll(StorageParameters.read(tokens));
      changes.alter(index, IndexStorage.with(index, options, IndexStorage.tablespace(index)));
    } else if (!ExtensionDependencies.decide(tokens, index.id(), changes)) {
      tokens.rest();
    }
  }

  private static void rename(TokenReader tokens, ObjectId index, Changes changes) {
    Named to = Named.readGlobal(tokens);
    if (TakenNames.relation(changes.objects(), index.schema(), to.plain())) {
      throw Existing.relation(index.schema(), to.plain(), to.at(), changes.context());
    }
    Renames.rename(index, index.withName(to.plain()), changes);
  }

  /** The last partition's index that is attached makes the partitioned index complete. */
  private static void attach(TokenReader tokens, SchemaObject parent, Changes changes) {
    Named name = Named.read(tokens);
    SchemaObject own = Names.requireRelation(name.name(), name.at(), changes.context());
    if (own instanceof PartitionIndex) {
      return;
    }
    var parts = new PartitionParts(changes);
    SchemaObject original = parts.original(parent);
    parts.adopt(own, original.id());
    if (original instanceof Index index
        && index.only()
        && parts.complete(Rewriter.owner(index.id()), index.id())) {
      changes.alter(index, index.whole());
    }
  }
}
