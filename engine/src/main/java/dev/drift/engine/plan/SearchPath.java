package dev.drift.engine.plan;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Identifiers;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where names are looked up that could not be qualified: public and the extensions' schemas. */
final class SearchPath {
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
    return schemas.stream().map(name -> Identifiers.quote(name)).collect(Collectors.joining(", "));
  }
}
