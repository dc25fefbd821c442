package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;

/** A stand-alone composite type; {@code fields} in their order. */
public record CompositeType(ObjectId id, List<Field> fields) implements SchemaObject {
  public CompositeType {
    fields = List.copyOf(fields);
  }

  /** One attribute; {@code collation} only where it is not the type's own. */
  public record Field(String name, TypeName type, Optional<QualifiedName> collation) {}
}
