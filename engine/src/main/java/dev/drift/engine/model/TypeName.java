package dev.drift.engine.model;

/**
 * A data type as a column or parameter uses it.
 *
 * @param schema its schema; {@code pg_catalog} for built-in types; empty where it could not be
 *     resolved (a type that an extension brings), which then matches the same name in any schema
 * @param name its canonical name as {@code format_type} writes it without modifier: {@code
 *     character varying}, {@code timestamp with time zone}; unquoted
 * @param modifier what stands in the parentheses, {@code 255} or {@code 10,2}; for intervals also
 *     the fields, {@code day to second(3)}; empty if there is none
 * @param array whether it is an array of that type (PostgreSQL keeps no dimensions)
 */
public record TypeName(String schema, String name, String modifier, boolean array) {

  /** {@return the built-in type {@code name} without modifier} */
  public static TypeName builtin(String name) {
    return new TypeName("pg_catalog", name, "", false);
  }

  /** {@return the array of this type} */
  public TypeName toArray() {
    return new TypeName(schema, name, modifier, true);
  }

  /** {@return the element type, without its modifier if this is no array} */
  public TypeName element() {
    return new TypeName(schema, name, modifier, false);
  }

  /** {@return whether this is the built-in type {@code canonicalName} and no array of it} */
  public boolean isBuiltin(String canonicalName) {
    return !array && schema.equals("pg_catalog") && name.equals(canonicalName);
  }

  /**
   * {@return the type with no modifier, as the arguments of routines and operators have it; {@code
   * character} with no length is {@code bpchar}}
   */
  public TypeName plain() {
    boolean character = schema.equals("pg_catalog") && name.equals("character");
    String plain = character ? "bpchar" : name;
    return modifier.isEmpty() && plain.equals(name) ? this : new TypeName(schema, plain, "", array);
  }
}
