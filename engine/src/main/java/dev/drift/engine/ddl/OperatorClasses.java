package dev.drift.engine.ddl;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The operator classes that an index uses where none is named (pg_opclass, opcdefault). */
final class OperatorClasses {
  /** Type to the stem of its default class: {@code integer} to {@code int4}. */
  private static final Map<String, String> STEMS = stems();

  private static final Set<String> MULTIRANGES_AND_RANGES =
      Set.of(
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange",
          "int4multirange",
          "int8multirange",
          "nummultirange",
          "tsmultirange",
          "tstzmultirange",
          "datemultirange");

  /** Geometric and other types whose GiST or SP-GiST class has a name of its own. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("gist point", "point_ops"),
          Map.entry("gist box", "box_ops"),
          Map.entry("gist polygon", "poly_ops"),
          Map.entry("gist circle", "circle_ops"),
          Map.entry("gist tsvector", "tsvector_ops"),
          Map.entry("gist tsquery", "tsquery_ops"),
          Map.entry("spgist point", "quad_point_ops"),
          Map.entry("spgist box", "box_ops"),
          Map.entry("spgist polygon", "poly_ops"),
          Map.entry("spgist text", "text_ops"),
          Map.entry("spgist inet", "inet_ops"),
          Map.entry("gin jsonb", "jsonb_ops"),
          Map.entry("gin tsvector", "tsvector_ops"));

  private OperatorClasses() {}

  /** {@return whether {@code operatorClass} is what the method uses for the type anyway} */
  static boolean isDefault(String method, String operatorClass, TypeName type) {
    if (type.array()) {
      return operatorClass.equals("array_ops") && !method.equals("brin");
    }
    if (!type.schema().equals("pg_catalog")) {
      return type.schema().isEmpty() && operatorClass.equals(type.name() + "_ops")
          || operatorClass.equals("enum_ops");
    }
    String other = OTHERS.get(method + ' ' + type.name());
    if (other != null) {
      return operatorClass.equals(other);
    }
    if (MULTIRANGES_AND_RANGES.contains(type.name())) {
      return operatorClass.equals("range_ops") || operatorClass.equals("multirange_ops");
    }
    String stem = STEMS.getOrDefault(type.name(), type.name());
    return switch (method) {
      case "btree", "hash" -> operatorClass.equals(stem + "_ops");
      case "gin", "gist" -> type.schema().isEmpty() && operatorClass.equals(stem + "_ops");
      case "brin" -> operatorClass.equals(stem + "_minmax_ops");
      default -> false;
    };
  }

  /** {@return whether the class is a default of the method's for whatever type it accepts} */
  static boolean isAlwaysDefault(String method, String operatorClass) {
    return switch (method) {
      case "btree", "hash" ->
          operatorClass.endsWith("_ops")
              && (STEMS.containsValue(operatorClass.substring(0, operatorClass.length() - 4))
                  || operatorClass.equals("jsonb_ops")
                  || operatorClass.equals("uuid_ops"));
      case "gin" ->
          operatorClass.equals("jsonb_ops")
              || operatorClass.equals("tsvector_ops")
              || operatorClass.equals("array_ops");
      case "gist" ->
          operatorClass.equals("tsvector_ops")
              || operatorClass.equals("range_ops")
              || operatorClass.equals("point_ops")
              || operatorClass.equals("box_ops");
      default -> false;
    };
  }

  /** {@return the class's name; those of the server itself live in pg_catalog} */
  static QualifiedName qualify(QualifiedName name) {
    return name.schema().isEmpty() && BUILTIN.contains(name.name())
        ? new QualifiedName("pg_catalog", name.name())
        : name;
  }

  /** The server's own classes that are no defaults, by what indexes commonly name. */
  private static final Set<String> BUILTIN =
      Set.of(
          "text_pattern_ops",
          "varchar_pattern_ops",
          "bpchar_pattern_ops",
          "jsonb_path_ops",
          "text_ops",
          "varchar_ops",
          "bpchar_ops",
          "inet_ops",
          "cidr_ops",
          "int4_ops",
          "int8_ops",
          "int2_ops",
          "timestamp_ops",
          "timestamptz_ops",
          "date_ops",
          "uuid_ops",
          "numeric_ops",
          "record_image_ops",
          "kd_point_ops",
          "quad_point_ops",
          "array_ops",
          "jsonb_ops",
          "tsvector_ops",
          "tsquery_ops",
          "range_ops",
          "point_ops",
          "box_ops",
          "int4_minmax_multi_ops",
          "int8_minmax_multi_ops",
          "timestamp_minmax_multi_ops",
          "timestamptz_minmax_multi_ops",
          "date_minmax_multi_ops",
          "uuid_minmax_multi_ops",
          "text_bloom_ops",
          "int4_bloom_ops",
          "int8_bloom_ops",
          "uuid_bloom_ops",
          "inet_inclusion_ops",
          "range_inclusion_ops",
          "box_inclusion_ops",
          "name_ops");

  private static Map<String, String> stems() {
    var stems = new HashMap<String, String>();
    stems.put("integer", "int4");
    stems.put("bigint", "int8");
    stems.put("smallint", "int2");
    stems.put("boolean", "bool");
    stems.put("real", "float4");
    stems.put("double precision", "float8");
    stems.put("character varying", "text");
    stems.put("text", "text");
    stems.put("character", "bpchar");
    stems.put("bpchar", "bpchar");
    stems.put("timestamp without time zone", "timestamp");
    stems.put("timestamp with time zone", "timestamptz");
    stems.put("time without time zone", "time");
    stems.put("time with time zone", "timetz");
    stems.put("bit varying", "varbit");
    stems.put("cidr", "inet");
    for (String same :
        new String[] {
          "numeric", "uuid", "date", "interval", "bytea", "oid", "name", "inet", "macaddr",
          "macaddr8", "money", "bit", "jsonb", "pg_lsn", "tsvector", "tsquery", "xid8", "\"char\""
        }) {
      stems.put(same, same);
    }
    return Map.copyOf(stems);
  }
}
