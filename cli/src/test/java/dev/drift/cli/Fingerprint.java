package dev.drift.cli;

import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in the catalogs, and which transaction wrote it: the same only where nothing has been
 * written in between, be it the same value.
 */
final class Fingerprint {
  private static final List<String> CATALOGS =
      List.of(
          "pg_class",
          "pg_attribute",
          "pg_attrdef",
          "pg_constraint",
          "pg_index",
          "pg_proc",
          "pg_trigger",
          "pg_type",
          "pg_enum",
          "pg_policy",
          "pg_rewrite",
          "pg_sequence",
          "pg_namespace",
          "pg_extension",
          "pg_inherits");

  /** COMMENT writes its row anew even where it says the same. */
  private static final String COMMENTS =
      """
       UNION ALL SELECT 'pg_description', count(*),
             md5(string_agg(description, ',' ORDER BY classoid, objoid, objsubid))
      FROM pg_description\
      """;

  private Fingerprint() {}

  static String of(String database) {
    String catalogs =
        CATALOGS.stream()
            .map(
                catalog ->
                    """
                    SELECT '%1$s' AS name, count(*),
                           md5(string_agg(xmin::text, ',' ORDER BY xmin::text::bigint, ctid))
                    FROM %1$s\
                    """
                        .formatted(catalog))
            .collect(Collectors.joining(" UNION ALL "));
    return String.join("\n", TestPostgres.query(database, catalogs + COMMENTS + " ORDER BY name"));
  }
}
