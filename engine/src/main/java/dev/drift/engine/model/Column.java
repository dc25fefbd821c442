package dev.drift.engine.model;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * A column of a table (views list their columns' names themselves).
 *
 * @param position one-based place among the table's present columns; compared only when asked
 * @param notNull whether it refuses null, for whatever reason (NOT NULL, primary key, identity)
 * @param defaultValue its DEFAULT; never that of a generated or identity column
 * @param collation only where it is not the type's own
 * @param storage only where it is not the type's own: {@code plain}, {@code main}, …
 * @param compression {@code pglz} or {@code lz4}, where set
 * @param statistics the statistics target, where set
 * @param options per-column options such as {@code n_distinct}; those of a foreign table's wrapper
 *     with the prefix {@code fdw.}
 * @param inherited whether it is there only because a parent table or partitioned table has it
 * @param notNullConstraint what makes it refuse null, from PostgreSQL 18
 */
public record Column(
    ObjectId id,
    int position,
    TypeName type,
    boolean notNull,
    Optional<Expression> defaultValue,
    Optional<Generated> generated,
    Optional<Identity> identity,
    Optional<QualifiedName> collation,
    Optional<String> storage,
    Optional<String> compression,
    OptionalInt statistics,
    SortedMap<String, String> options,
    boolean inherited,
    Optional<NotNullConstraint> notNullConstraint)
    implements SchemaObject {
  public Column {
    options = Sorted.copyOf(options);
  }

  /** {@return the same with another default, or none} */
  public Column withDefault(Optional<Expression> other) {
    return new Column(
        id,
        position,
        type,
        notNull,
        other,
        generated,
        identity,
        collation,
        storage,
        compression,
        statistics,
        options,
        inherited,
        notNullConstraint);
  }

  /** {@return whether those that inherit it refuse null, too} */
  public boolean notNullBelow() {
    return notNull && notNullConstraint.filter(NotNullConstraint::noInherit).isEmpty();
  }

  /** GENERATED ALWAYS AS (…), STORED or, from PostgreSQL 18, VIRTUAL. */
  public record Generated(Expression expression, boolean stored) {}

  /**
   * GENERATED … AS IDENTITY.
   *
   * @param always ALWAYS, else BY DEFAULT
   * @param sequence the name of the sequence behind it
   */
  public record Identity(boolean always, QualifiedName sequence, SequenceOptions options) {}

  /** {@return a nullable column with nothing but a type} */
  public static Column plain(ObjectId id, int position, TypeName type) {
    return new Column(
        id,
        position,
        type,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Collections.emptySortedMap(),
        false,
        Optional.empty());
  }
}
