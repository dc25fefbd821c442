package dev.drift.engine.ddl;

import dev.drift.engine.model.BaseType.Layout;
import dev.drift.engine.model.TypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the server's own types are stored (pg_type.dat), for {@code LIKE = type}. */
final class BuiltinLayouts {
  private static final Map<String, Layout> LAYOUTS = layouts();

  private BuiltinLayouts() {}

  static Optional<Layout> of(TypeName type) {
    return type.schema().equals("pg_catalog")
        ? Optional.ofNullable(LAYOUTS.get(type.name().replace("\"", "")))
        : Optional.empty();
  }

  private static Map<String, Layout> layouts() {
    var layouts = new HashMap<String, Layout>();
    put(layouts, new Layout(1, true, "char", "plain"), "boolean", "char");
    put(layouts, new Layout(2, true, "int2", "plain"), "smallint");
    put(
        layouts,
        new Layout(4, true, "int4", "plain"),
        "integer",
        "oid",
        "real",
        "date",
        "xid",
        "cid",
        "regclass",
        "regtype",
        "regproc");
    put(
        layouts,
        new Layout(8, true, "double", "plain"),
        "bigint",
        "double precision",
        "timestamp without time zone",
        "timestamp with time zone",
        "time without time zone",
        "money",
        "pg_lsn",
        "xid8",
        "internal");
    put(layouts, new Layout(64, false, "char", "plain"), "name");
    put(layouts, new Layout(16, false, "char", "plain"), "uuid");
    put(layouts, new Layout(16, false, "double", "plain"), "interval", "point");
    put(layouts, new Layout(12, false, "double", "plain"), "time with time zone");
    put(layouts, new Layout(24, false, "double", "plain"), "circle", "line");
    put(layouts, new Layout(32, false, "double", "plain"), "box", "lseg");
    put(layouts, new Layout(6, false, "int4", "plain"), "macaddr");
    put(layouts, new Layout(8, false, "int4", "plain"), "macaddr8");
    put(layouts, new Layout(6, false, "int2", "plain"), "tid");
    put(
        layouts,
        new Layout(-1, false, "int4", "extended"),
        "text",
        "bytea",
        "character varying",
        "character",
        "bpchar",
        "json",
        "jsonb",
        "xml",
        "bit",
        "bit varying",
        "tsvector");
    put(layouts, new Layout(-1, false, "int4", "main"), "numeric", "inet", "cidr");
    put(layouts, new Layout(-1, false, "int4", "plain"), "tsquery");
    put(layouts, new Layout(-1, false, "double", "extended"), "path", "polygon");
    put(layouts, new Layout(-2, false, "char", "plain"), "cstring");
    return Map.copyOf(layouts);
  }

  private static void put(Map<String, Layout> layouts, Layout layout, String... types) {
    for (String type : types) {
      layouts.put(type, layout);
    }
  }
}
