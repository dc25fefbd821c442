package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.List;
import java.util.Optional;

/**
 * What expressions are evaluated on.
 *
 * @param objects the schema at that point
 * @param searchPath the schemas searched for unqualified names
 * @param serverMajor the server's major version
 */
public record Facts(Objects objects, List<String> searchPath, int serverMajor) {
  public Facts {
    searchPath = List.copyOf(searchPath);
  }

  /** {@return the first schema of the path that exists} */
  Optional<String> currentSchema() {
    return searchPath.stream().filter(this::hasSchema).findFirst();
  }

  boolean hasSchema(String schema) {
    return objects.contains(ObjectId.global(Kind.SCHEMA, schema));
  }
}
