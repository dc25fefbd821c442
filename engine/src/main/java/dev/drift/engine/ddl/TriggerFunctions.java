package dev.drift.engine.ddl;

import java.util.Set;

/** Trigger functions that no migration defines. */
final class TriggerFunctions {
  /** Those of PostgreSQL itself. */
  static final Set<String> BUILT_IN =
      Set.of(
          "suppress_redundant_updates_trigger",
          "tsvector_update_trigger",
          "tsvector_update_trigger_column",
          "unique_key_recheck");

  /** Extensions that bring no trigger function. */
  static final Set<String> WITHOUT =
      Set.of(
          "btree_gin",
          "btree_gist",
          "citext",
          "cube",
          "earthdistance",
          "fuzzystrmatch",
          "hstore",
          "intarray",
          "isn",
          "ltree",
          "pg_stat_statements",
          "pg_trgm",
          "pgcrypto",
          "plpgsql",
          "postgis",
          "tablefunc",
          "unaccent",
          "uuid-ossp",
          "vector");

  private TriggerFunctions() {}
}
