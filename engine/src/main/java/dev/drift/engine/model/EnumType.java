package dev.drift.engine.model;

import java.util.List;

/** An enumerated type; {@code values} in their order. */
public record EnumType(ObjectId id, List<String> values) implements SchemaObject {
  public EnumType {
    values = List.copyOf(values);
  }
}
