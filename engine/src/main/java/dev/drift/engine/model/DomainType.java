package dev.drift.engine.model;

import java.util.Optional;

/**
 * A domain; its checks are {@link DomainConstraint}s. {@code collation} only if not the base
 * type's.
 *
 * @param notNullConstraint what makes it refuse null, from PostgreSQL 17
 */
public record DomainType(
    ObjectId id,
    TypeName base,
    boolean notNull,
    Optional<Expression> defaultValue,
    Optional<QualifiedName> collation,
    Optional<NotNullConstraint> notNullConstraint)
    implements SchemaObject {

  /** {@return the same, refusing null or not, by that constraint where the server has one} */
  public DomainType withNotNull(boolean other, Optional<NotNullConstraint> constraint) {
    return new DomainType(id, base, other, defaultValue, collation, constraint);
  }

  /** {@return the same with another default, or none} */
  public DomainType withDefault(Optional<Expression> other) {
    return new DomainType(id, base, notNull, other, collation, notNullConstraint);
  }
}
