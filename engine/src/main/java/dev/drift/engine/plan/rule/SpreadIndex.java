package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A partitioned index whose partitions have indexes of their own that are like it. The server would
 * take those for it; so it is made by itself, and each partition's part is made and attached.
 */
final class SpreadIndex {
  private final Index index;
  private final Scene scene;

  SpreadIndex(Index index, Scene scene) {
    this.index = index;
    this.scene = scene;
  }

  /** {@return the statements; empty where the server makes the right ones by itself} */
  Optional<String> sql() {
    var statements = new ArrayList<String>();
    ObjectId table = index.id().parentTable();
    if (index.only() || !isLikeOne(table) || !attach(table, index.id().name(), statements)) {
      return Optional.empty();
    }
    statements.addFirst(IndexText.create(index.alone(), ""));
    return Optional.of(String.join(";\n    ", statements));
  }

  /** {@return whether all parts are known, and their partitions there} */
  private boolean attach(ObjectId table, String whole, List<String> statements) {
    if (!heirs(table, scene.actual()).equals(heirs(table, scene.target()))) {
      return false;
    }
    for (Table heir : scene.target().heirsOf(table)) {
      if (heir.partitionOf().isEmpty() || heir.foreign().isPresent()) {
        continue;
      }
      Optional<PartitionIndex> part = part(heir.id());
      if (part.isEmpty()) {
        return false;
      }
      String name = part.get().id().name();
      Index own =
          new Index(
              heir.id().child(Kind.INDEX, name),
              index.unique(),
              index.method(),
              index.keys(),
              index.include(),
              index.nullsNotDistinct(),
              index.predicate(),
              part.get().options(),
              part.get().tablespace(),
              heir.partitionKey().isPresent() && !scene.target().heirsOf(heir.id()).isEmpty(),
              true);
      statements.add(IndexText.create(own, "IF NOT EXISTS "));
      if (!attach(heir.id(), name, statements)) {
        return false;
      }
      statements.add(
          "ALTER INDEX "
              + Sql.name(index.id().withName(whole))
              + " ATTACH PARTITION "
              + quote(heir.id().schema(), name));
    }
    return true;
  }

  private static Set<ObjectId> heirs(ObjectId table, Objects objects) {
    var heirs = new HashSet<ObjectId>();
    objects.heirsOf(table).forEach(heir -> heirs.add(heir.id()));
    return heirs;
  }

  private Optional<PartitionIndex> part(ObjectId partition) {
    for (SchemaObject part : scene.target().childrenOf(partition)) {
      if (part instanceof PartitionIndex found && found.original().equals(index.id())) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private boolean isLikeOne(ObjectId table) {
    for (Table heir : scene.target().heirsOf(table)) {
      boolean like =
          scene.target().childrenOf(heir.id()).stream()
              .anyMatch(part -> scene.actual().contains(part.id()) && isLike(part, index));
      if (heir.partitionOf().isPresent() && (like || isLikeOne(heir.id()))) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether the server may take a partition's {@code own} index for {@code index}} */
  static boolean isLike(SchemaObject own, Index index) {
    return switch (own) {
      case Index other ->
          other.unique() == index.unique()
              && other.method().equals(index.method())
              && other.predicate().isPresent() == index.predicate().isPresent()
              && columns(other).equals(columns(index));
      case PrimaryKey key -> index.unique() && key.columns().equals(columns(index));
      case Unique key -> index.unique() && key.columns().equals(columns(index));
      default -> false;
    };
  }

  private static List<String> columns(Index index) {
    return index.keys().stream().map(SpreadIndex::column).toList();
  }

  private static String column(IndexKey key) {
    String sql = key.expression().sql();
    return key.column() ? Tokenizer.tokenize(sql).getFirst().value() : "(" + sql + ")";
  }
}
