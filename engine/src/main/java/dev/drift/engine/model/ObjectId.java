package dev.drift.engine.model;

/**
 * What identifies one schema object within a database.
 *
 * @param kind its kind
 * @param schema its schema, or the schema of the relation it belongs to; empty for kinds that live
 *     in none (schemas, extensions, casts, event triggers, …)
 * @param parent the table, view or domain it belongs to (columns, constraints, indexes, triggers,
 *     policies, rules); else empty
 * @param name its own name; routines and aggregates carry their input types: {@code f(integer,
 *     text)}; comments, privileges and labels carry what they are on: {@code table users}
 */
public record ObjectId(Kind kind, String schema, String parent, String name)
    implements Comparable<ObjectId> {
  /** {@return the id of an object that lives in a schema, or in none if {@code schema} is empty} */
  public static ObjectId of(Kind kind, String schema, String name) {
    return new ObjectId(kind, schema, "", name);
  }

  /** {@return the id of an object that lives in no schema} */
  public static ObjectId global(Kind kind, String name) {
    return new ObjectId(kind, "", "", name);
  }

  /** {@return the id of a table} */
  public static ObjectId table(String schema, String name) {
    return of(Kind.TABLE, schema, name);
  }

  /** {@return the id of a column of the table, view or foreign table {@code relation}} */
  public static ObjectId column(ObjectId relation, String name) {
    return relation.child(Kind.COLUMN, name);
  }

  /** {@return the id of something that belongs to this relation or domain} */
  public ObjectId child(Kind kind, String name) {
    return new ObjectId(kind, schema, this.name, name);
  }

  /** {@return the id of a comment, privileges or a label on this object} */
  public ObjectId facet(Kind kind) {
    return new ObjectId(kind, schema, parent, this.kind.words() + ' ' + name);
  }

  /** {@return the id of the table this belongs to: its schema, its parent as name} */
  public ObjectId parentTable() {
    return table(schema, parent);
  }

  /** {@return the same object under another name} */
  public ObjectId withName(String newName) {
    return new ObjectId(kind, schema, parent, newName);
  }

  /** {@return the same object in another schema} */
  public ObjectId withSchema(String newSchema) {
    return new ObjectId(kind, newSchema, parent, name);
  }

  /** {@return the same object under another relation} */
  public ObjectId withParent(String newParent) {
    return new ObjectId(kind, schema, newParent, name);
  }

  /** {@return whether this is a part of {@code relation}: same schema, its name as parent} */
  public boolean belongsTo(ObjectId relation) {
    return parent.equals(relation.name) && schema.equals(relation.schema);
  }

  /** By schema, relation, kind and name: what belongs together stands together. */
  @Override
  public int compareTo(ObjectId other) {
    int order = schema.compareTo(other.schema);
    if (order == 0) {
      order = parent.compareTo(other.parent);
    }
    return order == 0 ? compareWithin(other) : order;
  }

  /** The order of what belongs to one relation, or of what belongs to none within one schema. */
  int compareWithin(ObjectId other) {
    int order = kind.compareTo(other.kind);
    return order == 0 ? name.compareTo(other.name) : order;
  }

  /** Written out because ids are hashed and compared more than anything else. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ObjectId id
            && kind == id.kind
            && name.equals(id.name)
            && parent.equals(id.parent)
            && schema.equals(id.schema);
  }

  @Override
  public int hashCode() {
    return ((name.hashCode() * 31 + parent.hashCode()) * 31 + schema.hashCode()) * 31
        + kind.ordinal();
  }

  /**
   * {@return the kind in words and the dotted name, unquoted: {@code column public.users.email}}
   */
  @Override
  public String toString() {
    return kind.words() + ' ' + path();
  }

  /** {@return the dotted name without the kind, unquoted} */
  public String path() {
    var path = new StringBuilder();
    if (!schema.isEmpty()) {
      path.append(schema).append('.');
    }
    if (!parent.isEmpty()) {
      path.append(parent).append('.');
    }
    return path.append(name).toString();
  }
}
