package dev.drift.engine.catalog;

import dev.drift.engine.model.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of {@code pg_class} that other catalogs refer to, with its columns by number. */
final class Relation {
  /** What an index has to know of a column. */
  record Attribute(String name, String type, String collation) {}

  private final ObjectId id;
  private final String kind;
  private final boolean member;
  private final Map<Integer, Attribute> attributes = new HashMap<>();
  private final List<String> columns = new ArrayList<>();

  /**
   * Starts without columns.
   *
   * @param kind the {@code relkind}
   * @param member whether it belongs to an extension, and so is no object of the model
   */
  Relation(ObjectId id, String kind, boolean member) {
    this.id = id;
    this.kind = kind;
    this.member = member;
  }

  ObjectId id() {
    return id;
  }

  boolean member() {
    return member;
  }

  /** {@return whether it is a table, partitioned table or foreign table} */
  boolean isTable() {
    return kind.equals("r") || kind.equals("p") || kind.equals("f");
  }

  /** {@return whether it is a composite type of its own} */
  boolean isComposite() {
    return kind.equals("c");
  }

  /** Adds the next column. */
  void attribute(int number, Attribute attribute) {
    attributes.put(number, attribute);
    columns.add(attribute.name());
  }

  Optional<Attribute> attribute(int number) {
    return Optional.ofNullable(attributes.get(number));
  }

  /** {@return the names of its columns, in their order} */
  List<String> columns() {
    return columns;
  }

  /** {@return the names of the columns with these numbers} */
  List<String> names(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> attribute(number).map(Attribute::name).orElse(""))
        .toList();
  }
}
