package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private static final Set<String> TEXTS = Set.of("text", "character varying");

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

  /** {@return whether no row of a table can have the text in the column} */
  boolean lacks(String schema, String name, String column, String text) {
    List<String> schemas = schema.isEmpty() ? searchPath : List.of(schema);
    return schemas.stream()
        .flatMap(each -> objects.relation(each, name).stream())
        .findFirst()
        .filter(Table.class::isInstance)
        .filter(table -> contents.lacks(table.id(), text, objects))
        .flatMap(table -> objects.find(ObjectId.column(table.id(), column), Column.class))
        .filter(found -> found.type().schema().equals("pg_catalog") && !found.type().array())
        .filter(found -> TEXTS.contains(found.type().name()))
        .isPresent();
  }

  boolean hasSchema(String schema) {
    return objects.contains(ObjectId.global(Kind.SCHEMA, schema));
  }
}
