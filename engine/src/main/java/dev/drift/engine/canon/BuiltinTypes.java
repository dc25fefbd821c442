package dev.drift.engine.canon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of {@code pg_catalog}: their names in {@code pg_type} and as {@code format_type} says.
 */
final class BuiltinTypes {
  private static final Map<String, String> CANONICAL = new HashMap<>();

  static {
    CANONICAL.put("int2", "smallint");
    CANONICAL.put("int4", "integer");
    CANONICAL.put("int8", "bigint");
    CANONICAL.put("float4", "real");
    CANONICAL.put("float8", "double precision");
    CANONICAL.put("bool", "boolean");
    CANONICAL.put("varchar", "character varying");
    CANONICAL.put("bpchar", "bpchar");
    CANONICAL.put("varbit", "bit varying");
    CANONICAL.put("time", "time without time zone");
    CANONICAL.put("timetz", "time with time zone");
    CANONICAL.put("timestamp", "timestamp without time zone");
    CANONICAL.put("timestamptz", "timestamp with time zone");
    String same =
        "aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange"
            + " anycompatiblenonarray anycompatiblerange anyelement anyenum anymultirange"
            + " anynonarray anyrange bit box bytea char cid cidr circle cstring date datemultirange"
            + " daterange event_trigger fdw_handler gtsvector index_am_handler inet int2vector"
            + " int4multirange int4range int8multirange int8range internal interval json jsonb"
            + " jsonpath language_handler line lseg macaddr macaddr8 money name numeric"
            + " nummultirange numrange oid oidvector path pg_brin_bloom_summary"
            + " pg_brin_minmax_multi_summary pg_ddl_command pg_dependencies pg_lsn pg_mcv_list"
            + " pg_ndistinct pg_node_tree pg_snapshot point polygon record refcursor regclass"
            + " regcollation regconfig regdictionary regnamespace regoper regoperator regproc"
            + " regprocedure regrole regtype table_am_handler text tid trigger tsm_handler"
            + " tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector txid_snapshot"
            + " unknown uuid void xid xid8 xml opaque abstime reltime tinterval regdatabase";
    for (String name : same.split(" ")) {
      CANONICAL.put(name, name);
    }
  }

  private static final Map<String, String> INTERNAL = new HashMap<>();

  static {
    CANONICAL.forEach((internal, canonical) -> INTERNAL.put(canonical, internal));
  }

  /** Canonical names that are key words of the grammar and so are printed without quotes. */
  private static final Set<String> SPELLED =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "boolean",
          "numeric",
          "character varying",
          "character",
          "bit",
          "bit varying",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "interval",
          "json");

  private BuiltinTypes() {}

  /** {@return the canonical name of the type that {@code pg_type} has as {@code name}} */
  static Optional<String> canonical(String name) {
    return Optional.ofNullable(CANONICAL.get(name));
  }

  /** {@return the name in {@code pg_type} of the type whose canonical name is {@code canonical}} */
  static String internal(String canonical) {
    return canonical.equals("character") ? "bpchar" : INTERNAL.getOrDefault(canonical, canonical);
  }

  /** {@return whether the canonical {@code name} is grammar, to be printed as it stands} */
  static boolean isSpelled(String name) {
    return SPELLED.contains(name);
  }
}
