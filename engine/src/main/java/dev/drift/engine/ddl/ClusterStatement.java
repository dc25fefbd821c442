package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * {@code CLUSTER table USING index}, which the table remembers. Of a partitioned table each
 * partition remembers its own index (cluster.c, cluster_rel).
 */
final class ClusterStatement implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("cluster");
    if (tokens.atSymbol("(")) {
      tokens.group();
    }
    tokens.accept("verbose");
    if (tokens.atEnd()) {
      return new Decision.Effects(List.of());
    }
    Named first = Named.read(tokens);
    if (tokens.atEnd()) {
      return new Decision.Effects(List.of());
    }
    Named table = first;
    String index;
    if (tokens.accept("on")) {
      index = first.plain();
      table = Named.read(tokens);
    } else {
      tokens.expect("using");
      index = tokens.name();
    }
    var changes = new Changes(context);
    if (Names.requireRelation(table.name(), table.at(), context) instanceof Table found) {
      remember(found, index, changes);
    }
    return changes.decision();
  }

  private static void remember(Table table, String index, Changes changes) {
    if (table.partitionKey().isEmpty()) {
      changes.alter(table, TableEdit.of(table, edit -> edit.clusterOn = Optional.of(index)));
      return;
    }
    Optional<ObjectId> original =
        changes.objects().childrenOf(table.id()).stream()
            .filter(part -> part.id().name().equals(index) && part.id().kind() != Kind.COLUMN)
            .map(part -> part instanceof PartitionIndex own ? own.original() : part.id())
            .findFirst();
    for (Table heir : List.copyOf(changes.objects().heirsOf(table.id()))) {
      changes.objects().childrenOf(heir.id()).stream()
          .filter(PartitionIndex.class::isInstance)
          .filter(part -> original.equals(Optional.of(((PartitionIndex) part).original())))
          .map(SchemaObject::id)
          .findFirst()
          .ifPresent(part -> remember(heir, part.name(), changes));
    }
  }
}
