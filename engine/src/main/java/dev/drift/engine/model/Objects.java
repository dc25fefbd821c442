package dev.drift.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Look-ups in a set of schema objects, finished ({@link SchemaModel}) or growing ({@link Draft}).
 */
public interface Objects {
  /** The kinds that share one namespace per schema in pg_class. */
  Set<Kind> RELATIONS =
      Set.copyOf(
          EnumSet.of(
              Kind.TABLE,
              Kind.FOREIGN_TABLE,
              Kind.VIEW,
              Kind.MATERIALIZED_VIEW,
              Kind.SEQUENCE,
              Kind.COMPOSITE_TYPE,
              Kind.INDEX,
              Kind.PARTITION_INDEX,
              Kind.PRIMARY_KEY,
              Kind.UNIQUE,
              Kind.EXCLUSION));

  /** The kinds that a table's or domain's constraints can have. */
  Set<Kind> CONSTRAINTS =
      Set.copyOf(
          EnumSet.of(
              Kind.PRIMARY_KEY,
              Kind.UNIQUE,
              Kind.EXCLUSION,
              Kind.CHECK,
              Kind.FOREIGN_KEY,
              Kind.DOMAIN_CONSTRAINT));

  /** The kinds that are data types by name; every table and view is one besides. */
  Set<Kind> TYPES =
      Set.copyOf(
          EnumSet.of(Kind.ENUM, Kind.COMPOSITE_TYPE, Kind.DOMAIN, Kind.RANGE_TYPE, Kind.BASE_TYPE));

  /** The kinds that share one namespace per schema in pg_proc. */
  Set<Kind> ROUTINES = Set.copyOf(EnumSet.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE));

  /** {@return the object with this id} */
  Optional<SchemaObject> find(ObjectId id);

  /** {@return whether there is an object with this id} */
  default boolean contains(ObjectId id) {
    return find(id).isPresent();
  }

  /** {@return all objects of a kind, in no promised order; a view, not to be kept} */
  Collection<SchemaObject> ofKind(Kind kind);

  /**
   * {@return what has {@code relation} as its parent: columns, constraints, indexes, triggers …; in
   * a model of migrations, indexes and keys in the order in which they were made}
   */
  Collection<SchemaObject> childrenOf(ObjectId relation);

  /**
   * {@return everything in {@code schema} whose own name is {@code name}, indexes and constraints
   * included; but no columns, and nothing that is named after its object as comments are}
   */
  Collection<SchemaObject> named(String schema, String name);

  /** {@return the functions, procedures and aggregates of that name, whatever their parameters} */
  Collection<SchemaObject> routines(String schema, String name);

  /** {@return the partitions of {@code table} and the tables that inherit from it directly} */
  Collection<Table> heirsOf(ObjectId table);

  /**
   * {@return the columns that refer to something outside their table: to a type that is not
   * built-in, or by name in an expression; others may be among them}
   */
  Collection<SchemaObject> outwardColumns();

  /** {@return the columns of that schema whose not-null constraint has that name} */
  Collection<Column> notNulls(QualifiedName constraint);

  /** {@return the column whose identity sequence has that name} */
  Optional<Column> identityColumn(QualifiedName sequence);

  /**
   * {@return the relation of that name: table, view, sequence, index, constraint with an index …}
   */
  default Optional<SchemaObject> relation(String schema, String name) {
    return named(schema, name).stream()
        .filter(object -> RELATIONS.contains(object.id().kind()))
        .findFirst();
  }

  /** {@return the object with this id if it is of that record} */
  default <T extends SchemaObject> Optional<T> find(ObjectId id, Class<T> record) {
    return find(id).filter(record::isInstance).map(record::cast);
  }

  /**
   * {@return what names {@code relation}, or a column of it, by identity without being its part:
   * foreign keys, views, rules, sequences that a column owns, statistics, publications; some that
   * name another object of that name may be among them}
   */
  Collection<SchemaObject> referrersTo(ObjectId relation);

  /** {@return the columns of a table, in their order} */
  default List<Column> columnsOf(ObjectId table) {
    return childrenOf(table).stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .sorted(Comparator.comparingInt(Column::position))
        .toList();
  }

  /** {@return the names of the columns of a table or view, in their order} */
  default List<String> columnNames(ObjectId relation) {
    return switch (find(relation).orElse(null)) {
      case View view -> view.columns();
      case MaterializedView view -> view.columns();
      case null, default -> columnsOf(relation).stream().map(column -> column.id().name()).toList();
    };
  }

  /** {@return the foreign keys that point to {@code table}, its own included} */
  default Collection<ForeignKey> foreignKeysTo(ObjectId table) {
    List<ForeignKey> keys = new ArrayList<>();
    for (SchemaObject object : referrersTo(table)) {
      if (object instanceof ForeignKey key && key.referenced().equals(table)) {
        keys.add(key);
      }
    }
    return keys;
  }
}
