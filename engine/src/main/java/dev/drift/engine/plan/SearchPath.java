package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where names are looked up that could not be qualified: public and the extensions' schemas. */
final class SearchPath {
  private static final Set<String> STANDARD_DOMAINS =
      Set.of("cardinal_number", "character_data", "sql_identifier", "time_stamp", "yes_or_no");

  private SearchPath() {}

  static String of(SchemaModel expected, SchemaModel actual) {
    var schemas = new TreeSet<String>();
    schemas.add("public");
    Stream.of(expected, actual)
        .flatMap(model -> model.ofKind(Kind.EXTENSION).stream())
        .forEach(
            object -> {
              if (object instanceof Extension extension && !extension.schema().isEmpty()) {
                schemas.add(extension.schema());
              }
            });
    schemas.remove("pg_catalog");
    var path = new ArrayList<String>(schemas);
    if (usesStandardDomains(expected)) {
      path.add("information_schema");
    }
    return path.stream().map(name -> Identifiers.quote(name)).collect(Collectors.joining(", "));
  }

  /** The domains that information_schema defines are in no extension and in no model. */
  private static boolean usesStandardDomains(SchemaModel model) {
    return model.ofKind(Kind.COLUMN).stream()
        .anyMatch(
            object ->
                object instanceof Column column
                    && column.type().schema().isEmpty()
                    && STANDARD_DOMAINS.contains(column.type().name()));
  }
}
