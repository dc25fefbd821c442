package dev.drift.engine.ddl;

import dev.drift.engine.model.TypeName;
import java.util.Set;

/** How columns of a type are stored unless said otherwise (pg_type.typstorage). */
final class Storage {
  private static final Set<String> EXTENDED =
      Set.of(
          "text",
          "character varying",
          "character",
          "bpchar",
          "bytea",
          "json",
          "jsonb",
          "xml",
          "tsvector",
          "path",
          "polygon",
          "jsonpath",
          "bit",
          "bit varying",
          "pg_snapshot",
          "txid_snapshot",
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange");
  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

  private Storage() {}

  /** {@return whether {@code storage} is what the type has anyway} */
  static boolean isDefault(String storage, TypeName type) {
    return storage.equals("default") || storage.equals(ofType(type));
  }

  private static String ofType(TypeName type) {
    if (type.array() || EXTENDED.contains(type.name())) {
      return "extended";
    }
    if (MAIN.contains(type.name())) {
      return "main";
    }
    return type.schema().equals("pg_catalog") ? "plain" : "";
  }
}
