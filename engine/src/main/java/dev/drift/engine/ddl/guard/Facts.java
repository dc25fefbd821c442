package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What expressions are evaluated on.
 *
 * @param objects the schema at that point
 * @param searchPath the schemas searched for unqualified names
 * @param serverMajor the server's major version
 * @param contents which tables may hold rows
 * @param roles what is known of its roles
 * @param settings the parameters that earlier statements have defined
 * @param now what time it is
 */
public record Facts(
    Objects objects,
    List<String> searchPath,
    int serverMajor,
    Contents contents,
    Roles roles,
    Map<String, String> settings,
    Now now) {
  public Facts {
    searchPath = List.copyOf(searchPath);
    settings = Map.copyOf(settings);
  }

  /**
   * {@return the value of a parameter that tells the server's version} It is known to its major
   * number, which is what scripts ask for.
   */
  Optional<String> version(String parameter) {
    return switch (parameter) {
      case "server_version_num" -> Optional.of(serverMajor + "0000");
      case "server_version" -> Optional.of(serverMajor + ".0");
      default -> Optional.empty();
    };
  }

  /** {@return the first schema of the path that exists} */
  Optional<String> currentSchema() {
    return searchPath.stream().filter(this::hasSchema).findFirst();
  }

  /** {@return whether the name is that of a table that certainly holds no rows} */
  boolean isEmptyTable(String schema, String name) {
    List<String> schemas = schema.isEmpty() ? searchPath : List.of(schema);
    return schemas.stream()
        .flatMap(each -> objects.relation(each, name).stream())
        .findFirst()
        .filter(Table.class::isInstance)
        .filter(table -> contents.isEmpty(table.id(), objects))
        .isPresent();
  }

  boolean hasSchema(String schema) {
    return objects.contains(ObjectId.global(Kind.SCHEMA, schema));
  }
}
