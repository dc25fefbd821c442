package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.canon.IndexColumns;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Partitions' indexes come and go with those of their partitioned tables. What is left to do is to
 * attach an own index that waits for it, to give one the name it is to have, and its settings.
 */
final class PartitionIndexRule implements Rule<PartitionIndex> {
  @Override
  public List<Action> create(PartitionIndex index, Scene scene) {
    var actions = new ArrayList<Action>();
    if (!isNamedByServer(index, scene)) {
      actions.add(arranged(index, scene));
    }
    Optional<SchemaObject> original = scene.target().find(index.original());
    SortedMap<String, String> options =
        original.map(PartitionIndexRule::options).orElse(Collections.emptySortedMap());
    Optional<String> tablespace = original.flatMap(PartitionIndexRule::tablespace);
    actions.addAll(
        IndexSettings.change(
            index.id(),
            options.equals(index.options()) ? Optional.empty() : Optional.of(options),
            index.options(),
            tablespace.equals(index.tablespace())
                ? Optional.empty()
                : Optional.of(index.tablespace().orElse("pg_default"))));
    return actions;
  }

  @Override
  public List<Action> drop(PartitionIndex index, Scene scene) {
    return List.of();
  }

  @Override
  public Change change(
      PartitionIndex before, PartitionIndex after, Set<String> attributes, Scene scene) {
    if (attributes.contains("original")) {
      var actions = new ArrayList<>(List.of(arranged(after, scene)));
      actions.addAll(create(after, scene));
      return new Change.InPlace(actions);
    }
    return new Change.InPlace(
        IndexSettings.change(
            after.id(),
            attributes.contains("options") ? Optional.of(before.options()) : Optional.empty(),
            after.options(),
            attributes.contains("tablespace")
                ? Optional.of(after.tablespace().orElse("pg_default"))
                : Optional.empty()));
  }

  /** Attached if it stands by itself, and named; one that has the name takes the other's. */
  private static Action arranged(PartitionIndex index, Scene scene) {
    ObjectId id = index.id();
    Optional<Index> original =
        scene.target().find(index.original(), Index.class).filter(Index::only);
    String body =
        """
        DO $arrange$
        DECLARE
          drift_index oid;
          drift_name name;
        BEGIN
          SELECT c.oid, c.relname INTO drift_index, drift_name
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
           WHERE i.indrelid = %1$s AND c.relispartition AND pg_partition_root(c.oid) = %2$s;
          IF drift_index IS NULL THEN
            %6$sEXECUTE (SELECT format('ALTER INDEX %%s ATTACH PARTITION %%s', p.indexrelid::regclass, %3$s::regclass)
                       FROM pg_inherits h JOIN pg_index p ON p.indrelid = h.inhparent
                      WHERE h.inhrelid = %1$s AND (p.indexrelid = %2$s OR pg_partition_root(p.indexrelid) = %2$s));
          ELSIF drift_name <> %4$s THEN
            IF %3$s IS NOT NULL THEN
              EXECUTE format('ALTER INDEX %%s RENAME TO %%I', %3$s::regclass, 'drift_' || drift_index);
              EXECUTE format('ALTER INDEX %%s RENAME TO %%I', drift_index::regclass, %4$s);
              EXECUTE format('ALTER INDEX %%I.%%I RENAME TO %%I', %5$s, 'drift_' || drift_index, drift_name);
            ELSE
              EXECUTE format('ALTER INDEX %%s RENAME TO %%I', drift_index::regclass, %4$s);
            END IF;
          END IF;
        END $arrange$\
        """
            .formatted(
                Shape.owner(id),
                Shape.relation(index.original().schema(), index.original().name()),
                Shape.relation(id.schema(), id.name()),
                literal(id.name()),
                literal(id.schema()),
                original
                    .map(only -> unattached(index, only))
                    .map(own -> own + ";\n    ")
                    .orElse(""))
            .indent(4)
            .strip();
    return Action.of(Verb.CREATE, id, "arrange " + id, body)
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
        .resolvingNames()
        .when(
            Shape.owner(id)
                + " IS NOT NULL AND "
                + Shape.relation(index.original().schema(), index.original().name())
                + " IS NOT NULL\n"
                + "   AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid ="
                + " i.indexrelid WHERE i.indrelid = "
                + Shape.owner(id)
                + " AND c.relname = "
                + literal(id.name())
                + " AND c.relispartition AND pg_partition_root(c.oid) = "
                + Shape.relation(index.original().schema(), index.original().name())
                + ")");
  }

  /** What makes the index by itself, where the partitioned index brings none along. */
  private static String unattached(PartitionIndex index, Index original) {
    return IndexText.create(
        new Index(
            new ObjectId(Kind.INDEX, index.id().schema(), index.id().parent(), index.id().name()),
            original.unique(),
            original.method(),
            original.keys(),
            original.include(),
            original.nullsNotDistinct(),
            original.predicate(),
            index.options(),
            index.tablespace(),
            false,
            true),
        "IF NOT EXISTS ");
  }

  /** What an index's name is made of where the server chooses it. */
  private record Stem(String columns, String label) {}

  /** Whether the server makes it with the plan, and certainly names it so by itself. */
  private static boolean isNamedByServer(PartitionIndex index, Scene scene) {
    ObjectId id = index.id();
    Optional<Stem> stem =
        scene.isOwnerFresh(id) || scene.fresh().contains(index.original())
            ? scene.target().find(index.original()).map(original -> stem(original, scene))
            : Optional.empty();
    if (stem.isEmpty()) {
      return false;
    }
    var unsure = new HashSet<String>();
    String name =
        GeneratedNames.free(
            id.parent(),
            stem.get().columns(),
            stem.get().label(),
            tried -> {
              boolean now = scene.actual().relation(id.schema(), tried).isPresent();
              boolean then =
                  scene
                      .target()
                      .relation(id.schema(), tried)
                      .filter(other -> !other.id().equals(id))
                      .isPresent();
              if (now != then) {
                unsure.add(tried);
              }
              return now;
            });
    return name.equals(id.name()) && unsure.isEmpty() && !hasRival(index, stem.get(), scene);
  }

  /** Whether the plan brings the partition another index that would be named the same way. */
  private static boolean hasRival(PartitionIndex index, Stem stem, Scene scene) {
    for (SchemaObject part : scene.target().childrenOf(index.id().parentTable())) {
      if (part instanceof PartitionIndex other
          && !other.id().equals(index.id())
          && scene.fresh().contains(other.id())
          && scene
              .target()
              .find(other.original())
              .filter(original -> stem(original, scene).equals(stem))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Stem stem(SchemaObject original, Scene scene) {
    String columns = GeneratedNames.columns(IndexColumns.of(original, scene.major()));
    return switch (original) {
      case PrimaryKey key -> new Stem("", "pkey");
      case Unique unique -> new Stem(columns, unique.labelOfCopies());
      case Exclusion exclusion -> new Stem(columns, "excl");
      default -> new Stem(columns, "idx");
    };
  }

  private static SortedMap<String, String> options(SchemaObject original) {
    return switch (original) {
      case PrimaryKey key -> key.options();
      case Unique unique -> unique.options();
      case Exclusion exclusion -> exclusion.options();
      case Index index -> index.options();
      default -> Collections.emptySortedMap();
    };
  }

  private static Optional<String> tablespace(SchemaObject original) {
    return switch (original) {
      case PrimaryKey key -> key.tablespace();
      case Unique unique -> unique.tablespace();
      case Exclusion exclusion -> exclusion.tablespace();
      case Index index -> index.tablespace();
      default -> Optional.empty();
    };
  }
}
