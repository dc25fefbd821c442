package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.SystemRelations;
import dev.drift.engine.model.Objects;
import java.util.List;

/**
 * Where names in SQL are looked up.
 *
 * @param objects the schema at that point
 * @param searchPath the schemas searched for unqualified names, in order; {@code pg_catalog} is
 *     implied before them
 * @param serverMajor the server's version; {@link SystemRelations#ANY_MAJOR} if not known
 */
public record Scope(Objects objects, List<String> searchPath, int serverMajor) {
  public Scope {
    searchPath = List.copyOf(searchPath);
  }

  /** Looks up names on a server of unknown version. */
  public Scope(Objects objects, List<String> searchPath) {
    this(objects, searchPath, SystemRelations.ANY_MAJOR);
  }
}
