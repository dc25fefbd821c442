package dev.drift.engine.model;

/**
 * The name of something in a schema that the model refers to but need not hold.
 *
 * @param schema its schema; empty where it could not be resolved, which then matches any
 * @param name its name, unquoted
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** {@return the dotted name, unquoted} */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + '.' + name;
  }
}
