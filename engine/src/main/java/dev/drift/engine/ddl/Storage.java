package dev.drift.engine.ddl;

import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaObject;
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
  static boolean isDefault(String storage, TypeName type, Objects objects) {
    return storage.equals("default") || storage.equals(ofType(type, objects));
  }

  /** What the type has; empty where that is not known, as for an extension's. */
  private static String ofType(TypeName type, Objects objects) {
    if (type.array()) {
      return "extended";
    }
    if (!type.schema().equals("pg_catalog")) {
      return ofOwn(type, objects);
    }
    if (EXTENDED.contains(type.name())) {
      return "extended";
    }
    return MAIN.contains(type.name()) ? "main" : "plain";
  }

  private static String ofOwn(TypeName type, Objects objects) {
    for (SchemaObject object : objects.named(type.schema(), type.name())) {
      switch (object) {
        case EnumType labels -> {
          return "plain";
        }
        case DomainType domain -> {
          return ofType(domain.base(), objects);
        }
        case BaseType base -> {
          return base.layout().storage();
        }
        case CompositeType composite -> {
          return "extended";
        }
        case RangeType range -> {
          return "extended";
        }
        default -> {}
      }
    }
    boolean rowOrMultirange = TakenNames.type(objects, type.schema(), type.name()).isPresent();
    return rowOrMultirange ? "extended" : "";
  }
}
