package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An exclusion constraint and the index behind it, which has its name.
 *
 * @param method the index method, {@code gist} and the like
 * @param elements what is compared, each with its operator
 */
public record Exclusion(
    ObjectId id,
    String method,
    List<Element> elements,
    List<String> include,
    Optional<Expression> predicate,
    Deferral deferral,
    SortedMap<String, String> options,
    Optional<String> tablespace)
    implements SchemaObject {
  public Exclusion {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    options = Sorted.copyOf(options);
  }

  /** One {@code key WITH operator}; the operator is as written, {@code =} or {@code &&}. */
  public record Element(IndexKey key, String operator) {}
}
