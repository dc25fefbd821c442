package dev.drift.engine.plan;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.rule.Rules;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is not expected and yet not to be dropped: it is part of what is. */
final class Kept {
  /** What is made for types, besides functions. */
  private static final Set<Kind> AROUND =
      Set.of(Kind.CAST, Kind.OPERATOR, Kind.OPERATOR_CLASS, Kind.OPERATOR_FAMILY);

  private final SchemaModel expected;
  private final SchemaModel actual;
  private final Set<String> foreignTypes = new HashSet<>();
  private final Set<ObjectId> absorbing = new HashSet<>();

  Kept(SchemaModel expected, SchemaModel actual, List<Difference> differences) {
    this.expected = expected;
    this.actual = actual;
    if (differences.stream().anyMatch(Difference::isUnexpected)) {
      for (SchemaObject object : expected.ofKind(Kind.COLUMN)) {
        types(object).stream()
            .filter(type -> type.schema().isEmpty())
            .forEach(type -> foreignTypes.add(type.name()));
      }
    }
  }

  /**
   * {@return whether {@code object} deals with a type that columns are expected to have and no
   * migration makes: what an extension would bring is here by other means}
   */
  boolean servesForeignType(SchemaObject object) {
    Kind kind = object.id().kind();
    boolean servant =
        Objects.ROUTINES.contains(kind) || Objects.TYPES.contains(kind) || AROUND.contains(kind);
    return servant
        && (foreignTypes.contains(object.id().name())
            || types(object).stream().anyMatch(type -> foreignTypes.contains(type.name())));
  }

  /**
   * {@return whether a table that is to be a partition has {@code object} as its part of what the
   * partitioned table has: ATTACH PARTITION takes it over (tablecmds.c,
   * AttachPartitionEnsureIndexes)}
   */
  boolean isTakenOver(SchemaObject object) {
    ObjectId id = object.id();
    if (id.parent().isEmpty() || id.kind() == Kind.COLUMN) {
      return false;
    }
    ObjectId table = id.parentTable();
    if (becomesPart(object, table.child(Kind.PARTITION_INDEX, id.name()))) {
      return true;
    }
    boolean stands =
        actual.find(table, Table.class).filter(now -> now.partitionOf().isEmpty()).isPresent();
    Optional<ObjectId> parent =
        expected
            .find(table, Table.class)
            .flatMap(Table::partitionOf)
            .map(Table.Partition::parent)
            .filter(found -> stands);
    return parent.stream()
        .flatMap(found -> expected.childrenOf(found).stream())
        .filter(part -> isPartOf(object, part))
        .anyMatch(part -> absorbing.add(part.id().facet(Kind.COMMENT).withParent(id.parent())));
  }

  /**
   * An own index of the name that the partition's part is to have is attached, if it is like it.
   */
  private boolean becomesPart(SchemaObject own, ObjectId part) {
    return !actual.contains(part)
        && expected
            .find(part, PartitionIndex.class)
            .flatMap(index -> expected.find(index.original()))
            .filter(original -> Rules.isLike(own, original))
            .isPresent();
  }

  private static boolean isPartOf(SchemaObject own, SchemaObject whole) {
    return switch (own) {
      case PrimaryKey key -> whole instanceof PrimaryKey of && key.columns().equals(of.columns());
      case Unique key -> whole instanceof Unique of && key.columns().equals(of.columns());
      case ForeignKey key ->
          whole instanceof ForeignKey of
              && key.columns().equals(of.columns())
              && key.referenced().equals(of.referenced())
              && key.referencedColumns().equals(of.referencedColumns());
      case Index index ->
          whole instanceof Index of
              && index.unique() == of.unique()
              && index.method().equals(of.method())
              && index.keys().equals(of.keys())
              && index.predicate().equals(of.predicate());
      default -> false;
    };
  }

  /** The types that a record names, however deep. */
  private static Set<TypeName> types(Object value) {
    var found = new HashSet<TypeName>();
    collect(value, found);
    return found;
  }

  private static void collect(Object value, Set<TypeName> found) {
    switch (value) {
      case TypeName type -> found.add(type);
      case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, found));
      case Collection<?> collection -> collection.forEach(inner -> collect(inner, found));
      case Record parts -> {
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
          try {
            collect(component.getAccessor().invoke(parts), found);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      default -> {}
    }
  }
}
