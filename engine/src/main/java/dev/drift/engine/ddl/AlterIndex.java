package dev.drift.engine.ddl;

import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
    if (found.isEmpty() && (ifExists || Partitions.mayBeClone(name.name(), context))) {
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
      var tablespace = Constraints.tablespace(Optional.of(tokens.name()));
      tokens.accept("nowait");
      changes.alter(index, with(index, options(index), tablespace));
    } else if (tokens.accept("reset")) {
      var options = new TreeMap<>(options(index));
      StorageParameters.readNames(tokens).forEach(options::remove);
      changes.alter(index, with(index, options, tablespace(index)));
    } else if (tokens.accept("set")) {
      var options = new TreeMap<>(options(index));
      options.putAll(StorageParameters.read(tokens));
      changes.alter(index, with(index, options, tablespace(index)));
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

  /** The partition's index becomes a clone; the last one makes the partitioned index complete. */
  private static void attach(TokenReader tokens, SchemaObject parent, Changes changes) {
    Named name = Named.read(tokens);
    SchemaObject own = Names.requireRelation(name.name(), name.at(), changes.context());
    changes.drop(own);
    if (!(parent instanceof Index index) || !index.only()) {
      return;
    }
    Index whole = complete(index);
    boolean missing = false;
    for (Table partition : changes.objects().heirsOf(Rewriter.owner(index.id()))) {
      missing |=
          changes.objects().childrenOf(partition.id()).stream()
              .anyMatch(part -> Partitions.fits(whole, part));
    }
    if (!missing) {
      changes.alter(index, whole);
    }
  }

  private static Index complete(Index index) {
    return new Index(
        index.id(),
        index.unique(),
        index.method(),
        index.keys(),
        index.include(),
        index.nullsNotDistinct(),
        index.predicate(),
        index.options(),
        index.tablespace(),
        false,
        true);
  }

  private static SortedMap<String, String> options(SchemaObject index) {
    return switch (index) {
      case Index plain -> plain.options();
      case PrimaryKey key -> key.options();
      case Unique unique -> unique.options();
      case Exclusion exclusion -> exclusion.options();
      default -> throw notAnIndex(index);
    };
  }

  private static Optional<String> tablespace(SchemaObject index) {
    return switch (index) {
      case Index plain -> plain.tablespace();
      case PrimaryKey key -> key.tablespace();
      case Unique unique -> unique.tablespace();
      case Exclusion exclusion -> exclusion.tablespace();
      default -> throw notAnIndex(index);
    };
  }

  private static RejectedException notAnIndex(SchemaObject object) {
    return new RejectedException(
        "\"" + object.id().name() + "\" is not an index", Optional.empty());
  }

  private static SchemaObject with(
      SchemaObject index, SortedMap<String, String> options, Optional<String> tablespace) {
    return switch (index) {
      case Index i ->
          new Index(
              i.id(),
              i.unique(),
              i.method(),
              i.keys(),
              i.include(),
              i.nullsNotDistinct(),
              i.predicate(),
              options,
              tablespace,
              i.only(),
              i.valid());
      case PrimaryKey k ->
          new PrimaryKey(
              k.id(),
              k.columns(),
              k.include(),
              k.deferral(),
              options,
              tablespace,
              k.withoutOverlaps());
      case Unique u ->
          new Unique(
              u.id(),
              u.columns(),
              u.include(),
              u.nullsNotDistinct(),
              u.deferral(),
              options,
              tablespace,
              u.withoutOverlaps());
      case Exclusion e ->
          new Exclusion(
              e.id(),
              e.method(),
              e.elements(),
              e.include(),
              e.predicate(),
              e.deferral(),
              options,
              tablespace);
      default -> throw notAnIndex(index);
    };
  }
}
