package dev.drift.engine.canon;

import dev.drift.engine.model.Objects;
import java.util.List;

/**
 * Where names in SQL are looked up.
 *
 * @param objects the schema at that point
 * @param searchPath the schemas searched for unqualified names, in order; {@code pg_catalog} is
 *     implied before them
 */
public record Scope(Objects objects, List<String> searchPath) {
  public Scope {
    searchPath = List.copyOf(searchPath);
  }
}
