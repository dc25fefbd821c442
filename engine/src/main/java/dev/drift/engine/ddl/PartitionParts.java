package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PartitionPart;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What partitions have because their partitioned table has it (indexcmds.c, DefineIndex;
 * tablecmds.c, AttachPartitionEnsureIndexes, CloneRowTriggersToPartition). An own index of the
 * right shape becomes the partition's part, else a new one is made with a name of its own.
 */
final class PartitionParts {
  private final Changes changes;
  private final Objects objects;

  PartitionParts(Changes changes) {
    this.changes = changes;
    this.objects = changes.objects();
  }

  /** {@return the parts of partitions that are there because of {@code original}} */
  static List<SchemaObject> copies(ObjectId original, Objects objects) {
    var copies = new ArrayList<SchemaObject>();
    for (Kind kind : List.of(Kind.PARTITION_INDEX, Kind.PARTITION_TRIGGER)) {
      for (SchemaObject object : objects.ofKind(kind)) {
        if (object instanceof PartitionPart part && part.original().equals(original)) {
          copies.add(object);
        }
      }
    }
    return copies;
  }

  /** The partitions of {@code table}, and theirs, get their parts for {@code part}. */
  void spread(ObjectId table, SchemaObject part) {
    for (Table heir : List.copyOf(objects.heirsOf(table))) {
      if (heir.partitionOf().isPresent()) {
        add(heir, part);
      }
    }
  }

  /** A table that has become a partition gets its parts for all that its parent has. */
  void join(Table partition) {
    ObjectId parent = partition.partitionOf().orElseThrow().parent();
    for (SchemaObject part : List.copyOf(objects.childrenOf(parent))) {
      if (part instanceof PartitionPart copy) {
        objects.find(copy.original()).ifPresent(original -> add(partition, original));
      } else {
        add(partition, part);
      }
    }
    objects.find(parent, Table.class).stream()
        .flatMap(table -> AllParts.inherited(table, objects).stream())
        .toList()
        .forEach(part -> add(partition, part));
  }

  /** A new partition's checks are no objects where its parent has them, too. */
  void mergeChecks(Table partition) {
    ObjectId parent = partition.partitionOf().orElseThrow().parent();
    Stream.concat(
            objects.childrenOf(parent).stream(),
            objects.find(parent, Table.class).stream()
                .flatMap(table -> AllParts.inherited(table, objects).stream()))
        .filter(Check.class::isInstance)
        .toList()
        .forEach(check -> own(partition, check).ifPresent(changes::drop));
  }

  /** A table that is no partition any more keeps its indexes and keys as its own. */
  void leave(Table table) {
    for (SchemaObject part : List.copyOf(objects.childrenOf(table.id()))) {
      switch (part) {
        case PartitionIndex index -> leave(table, index);
        case PartitionTrigger trigger -> {
          copiesBelow(table, trigger.original()).forEach(changes::drop);
          changes.drop(trigger);
        }
        default -> {}
      }
    }
  }

  private void leave(Table table, PartitionIndex index) {
    Optional<SchemaObject> original = objects.find(index.original());
    if (original.isEmpty()) {
      return;
    }
    if (original.get() instanceof Index && key(table, original.get()).isPresent()) {
      changes.drop(index);
      return;
    }
    SchemaObject own = AllParts.own(index, objects);
    changes.drop(index);
    changes.create(
        own instanceof Index plain && table.partitionKey().isEmpty() ? plain.whole() : own);
    copiesBelow(table, index.original()).forEach(copy -> become(copy, own.id()));
  }

  private List<SchemaObject> copiesBelow(Table table, ObjectId original) {
    var copies = new ArrayList<SchemaObject>();
    for (Table heir : objects.heirsOf(table.id())) {
      for (SchemaObject part : objects.childrenOf(heir.id())) {
        if (part instanceof PartitionPart copy && copy.original().equals(original)) {
          copies.add(part);
        }
      }
      copies.addAll(copiesBelow(heir, original));
    }
    return copies;
  }

  /** A partition's own index, and what its partitions have for it, comes to be of another. */
  void adopt(SchemaObject own, ObjectId original) {
    List<SchemaObject> copies = copies(own.id(), objects);
    ObjectId partition = Rewriter.owner(own.id());
    changes.drop(own);
    changes.create(
        new PartitionIndex(
            partition.child(Kind.PARTITION_INDEX, own.id().name()),
            original,
            IndexStorage.options(own),
            IndexStorage.tablespace(own)));
    copies.forEach(copy -> become(copy, original));
  }

  private void become(SchemaObject copy, ObjectId original) {
    if (copy instanceof PartitionIndex index) {
      changes.alter(
          index, new PartitionIndex(index.id(), original, index.options(), index.tablespace()));
    }
  }

  private void add(Table partition, SchemaObject part) {
    switch (part) {
      case PrimaryKey key -> addIndex(partition, key);
      case Unique unique -> addIndex(partition, unique);
      case Exclusion exclusion -> addIndex(partition, exclusion);
      case Index index -> addIndex(partition, index);
      case Trigger trigger when trigger.forEachRow() -> addTrigger(partition, trigger);
      case ForeignKey key -> absorb(partition, key);
      case Check check -> absorb(partition, check);
      default -> {}
    }
  }

  /** Constraints without index are no objects where a partition has them from its parent. */
  private void absorb(Table partition, SchemaObject part) {
    Optional<SchemaObject> own = own(partition, part);
    own.ifPresent(changes::drop);
    if (part instanceof ForeignKey key) {
      var names = new CloneNames(changes);
      own.ifPresentOrElse(
          had -> names.adopt(partition.id(), key.id(), had.id()),
          () -> names.made(partition.id(), key));
    }
    spread(partition.id(), part);
  }

  private void addIndex(Table partition, SchemaObject part) {
    if (partition.foreign().isPresent()) {
      return;
    }
    Optional<SchemaObject> own = own(partition, part);
    if (has(partition, part.id())) {
      own.ifPresent(changes::drop);
      return;
    }
    if (own.isPresent()) {
      adopt(own.get(), part.id());
      return;
    }
    Optional<SchemaObject> key = key(partition, part);
    ObjectId id =
        partition
            .id()
            .child(
                Kind.PARTITION_INDEX,
                key.map(its -> its.id().name()).orElseGet(() -> name(partition.id(), part)));
    changes.create(
        new PartitionIndex(
            id,
            part.id(),
            IndexStorage.options(key.orElse(part)),
            key.map(IndexStorage::tablespace)
                .orElseGet(
                    () -> changes.context().session().tablespace(IndexStorage.tablespace(part)))));
    new FormerColumns(changes).handOn(part, id);
    new ReferencedKeys(changes).made(id);
    spread(partition.id(), part);
  }

  /** The partition's own key whose index serves for an index that is no key. */
  private Optional<SchemaObject> key(Table partition, SchemaObject part) {
    return objects.childrenOf(partition.id()).stream()
        .filter(own -> part instanceof Index index && Partitions.serves(own, index))
        .findFirst();
  }

  private void addTrigger(Table partition, Trigger trigger) {
    ObjectId id = partition.id().child(Kind.PARTITION_TRIGGER, trigger.id().name());
    var copy = new PartitionTrigger(id, trigger.id(), trigger.enabled());
    objects
        .find(id)
        .ifPresentOrElse(before -> changes.alter(before, copy), () -> changes.create(copy));
    spread(partition.id(), trigger);
  }

  private Optional<SchemaObject> own(Table partition, SchemaObject part) {
    return objects.childrenOf(partition.id()).stream()
        .filter(own -> Partitions.fits(part, own))
        .findFirst();
  }

  /** The name that a partition's index gets (ChooseIndexName). */
  private String name(ObjectId partition, SchemaObject part) {
    String columns = GeneratedNames.columns(new FormerColumns(changes).of(part));
    List<String> parts = List.of(partition.name(), columns);
    return switch (part) {
      case PrimaryKey key ->
          TakenNames.chooseKey(objects, partition.schema(), List.of(partition.name(), ""), "pkey");
      case Unique unique ->
          TakenNames.chooseKey(objects, partition.schema(), parts, unique.labelOfCopies());
      case Exclusion exclusion -> TakenNames.chooseKey(objects, partition.schema(), parts, "excl");
      default -> TakenNames.chooseRelation(objects, partition.schema(), parts, "idx");
    };
  }

  private boolean has(Table partition, ObjectId original) {
    return objects.childrenOf(partition.id()).stream()
        .anyMatch(
            part -> part instanceof PartitionIndex index && index.original().equals(original));
  }

  /** {@return whether every partition below {@code table} has an index for {@code original}} */
  boolean complete(ObjectId table, ObjectId original) {
    for (Table heir : objects.heirsOf(table)) {
      if (heir.foreign().isPresent() || heir.partitionOf().isEmpty()) {
        continue;
      }
      if (!has(heir, original) || !complete(heir.id(), original)) {
        return false;
      }
    }
    return true;
  }

  /** {@return the index or key that {@code index} is, or is a partition's part for} */
  SchemaObject original(SchemaObject index) {
    return index instanceof PartitionIndex part
        ? objects.find(part.original()).orElse(index)
        : index;
  }
}
