package dev.drift.engine.ddl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the control files of well-known extensions say. */
final class ExtensionFacts {
  /** The {@code schema} of extensions that can live in no other. */
  private static final Map<String, String> SCHEMAS =
      Map.ofEntries(
          Map.entry("plpgsql", "pg_catalog"),
          Map.entry("plperl", "pg_catalog"),
          Map.entry("plperlu", "pg_catalog"),
          Map.entry("plpython3u", "pg_catalog"),
          Map.entry("pltcl", "pg_catalog"),
          Map.entry("pltclu", "pg_catalog"),
          Map.entry("plv8", "pg_catalog"),
          Map.entry("adminpack", "pg_catalog"),
          Map.entry("pg_cron", "pg_catalog"),
          Map.entry("columnar", "pg_catalog"),
          Map.entry("citus", "pg_catalog"),
          Map.entry("postgis_topology", "topology"),
          Map.entry("postgis_tiger_geocoder", "tiger"),
          Map.entry("pgsodium", "pgsodium"),
          Map.entry("pg_graphql", "graphql"),
          Map.entry("supabase_vault", "vault"),
          Map.entry("pgmq", "pgmq"),
          Map.entry("vectors", "vectors"),
          Map.entry("pg_search", "paradedb"),
          Map.entry("pglogical", "pglogical"),
          Map.entry("ai", "ai"));

  private static final Map<String, List<String>> REQUIRES =
      Map.ofEntries(
          Map.entry("earthdistance", List.of("cube")),
          Map.entry("postgis_topology", List.of("postgis")),
          Map.entry("postgis_raster", List.of("postgis")),
          Map.entry("postgis_sfcgal", List.of("postgis")),
          Map.entry("postgis_tiger_geocoder", List.of("postgis", "fuzzystrmatch")),
          Map.entry("pgrouting", List.of("postgis")),
          Map.entry("vectorscale", List.of("vector")),
          Map.entry("vchord", List.of("vector")),
          Map.entry("hstore_plperl", List.of("hstore", "plperl")),
          Map.entry("hstore_plpython3u", List.of("hstore", "plpython3u")),
          Map.entry("jsonb_plperl", List.of("plperl")),
          Map.entry("jsonb_plpython3u", List.of("plpython3u")),
          Map.entry("ltree_plpython3u", List.of("ltree", "plpython3u")),
          Map.entry("bool_plperl", List.of("plperl")));

  private ExtensionFacts() {}

  /** {@return the one schema that {@code extension} can live in, if there is only one} */
  static Optional<String> schema(String extension) {
    return Optional.ofNullable(SCHEMAS.get(extension));
  }

  /** {@return the extensions that {@code extension} needs} */
  static List<String> requires(String extension) {
    return REQUIRES.getOrDefault(extension, List.of());
  }
}
