package dev.drift.engine.canon.tree;

import java.util.List;

/**
 * The name of a function, operator, collation or relation, possibly qualified.
 *
 * @param schema empty where unqualified
 * @param place where it was read, of functions, operators and collations
 */
public record Name(String schema, String name, Place place) {
  /** A name that was not read from any text. */
  public Name(String schema, String name) {
    this(schema, name, Place.NONE);
  }

  /** {@return the unqualified {@code name}} */
  public static Name of(String name) {
    return new Name("", name);
  }

  /** {@return the name that a dotted path spells; a database in front is dropped} */
  public static Name of(List<String> path) {
    int last = path.size() - 1;
    return new Name(last > 0 ? path.get(last - 1) : "", path.get(last));
  }

  /** {@return the name in dotted parts} */
  public List<String> path() {
    return schema.isEmpty() ? List.of(name) : List.of(schema, name);
  }

  /** {@return the same name, read where the token {@code index} is} */
  Name at(int index) {
    return new Name(schema, name, new Place(index));
  }

  /** {@return the same name in {@code schema}, read at the same place} */
  public Name in(String schema) {
    return new Name(schema, name, place);
  }

  /** {@return whether this is {@code builtin}, unqualified or in {@code pg_catalog}} */
  public boolean is(String builtin) {
    return name.equals(builtin) && (schema.isEmpty() || schema.equals("pg_catalog"));
  }

  /** {@return whether both may name the same thing: an unknown schema fits any} */
  public boolean fits(Name other) {
    return name.equals(other.name)
        && (schema.isEmpty() || other.schema.isEmpty() || schema.equals(other.schema));
  }
}
