package dev.drift.engine.ddl;

import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import java.util.Optional;
import java.util.SortedMap;

/** Where and how an index is stored, its own or a constraint's. */
final class IndexStorage {
  private IndexStorage() {}

  /** {@return its storage parameters} */
  static SortedMap<String, String> options(SchemaObject index) {
    return switch (index) {
      case Index plain -> plain.options();
      case PrimaryKey key -> key.options();
      case Unique unique -> unique.options();
      case Exclusion exclusion -> exclusion.options();
      case PartitionIndex part -> part.options();
      default -> throw notAnIndex(index);
    };
  }

  /** {@return its tablespace, if it is not the usual one} */
  static Optional<String> tablespace(SchemaObject index) {
    return switch (index) {
      case Index plain -> plain.tablespace();
      case PrimaryKey key -> key.tablespace();
      case Unique unique -> unique.tablespace();
      case Exclusion exclusion -> exclusion.tablespace();
      case PartitionIndex part -> part.tablespace();
      default -> throw notAnIndex(index);
    };
  }

  /** {@return the same index with these} */
  static SchemaObject with(
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
      case PartitionIndex p -> new PartitionIndex(p.id(), p.original(), options, tablespace);
      default -> throw notAnIndex(index);
    };
  }

  private static RejectedException notAnIndex(SchemaObject object) {
    return new RejectedException(
        "\"" + object.id().name() + "\" is not an index", Optional.empty());
  }
}
