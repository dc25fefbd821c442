package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that a repair makes again: what its members get is what they got at first. */
class ExtensionMembersTest {
  private static final String ROLE =
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_reader') THEN CREATE ROLE drift_reader; END IF;
      END $$;
      CREATE SCHEMA tools;
      """;

  private static final String DEFAULTS =
      """
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO drift_reader WITH GRANT OPTION;
      ALTER DEFAULT PRIVILEGES IN SCHEMA tools GRANT USAGE ON TYPES TO drift_reader;
      """;

  private static final String EXTENSION = "CREATE EXTENSION citext SCHEMA tools;\n";

  @TempDir Path directory;

  @Test
  void getNothingFromDefaultPrivilegesThatCameLater() throws IOException {
    repaired(ROLE + EXTENSION + DEFAULTS, "DROP EXTENSION citext");
  }

  @Test
  void getWhatTheDefaultPrivilegesOfThatTimeSaid() throws IOException {
    repaired(ROLE + DEFAULTS + EXTENSION, "DROP EXTENSION citext");
  }

  @Test
  void getWhatDefaultPrivilegesSaidThatAreGone() throws IOException {
    String since = "ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM drift_reader;\n";
    repaired(ROLE + DEFAULTS + EXTENSION + since, "DROP EXTENSION citext");
  }

  @Test
  void getNothingFromDefaultPrivilegesThatNobodyIntended() throws IOException {
    repaired(
        ROLE + DEFAULTS + EXTENSION,
        """
        DROP EXTENSION citext;
        ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
        ALTER DEFAULT PRIVILEGES IN SCHEMA tools GRANT EXECUTE ON ROUTINES TO drift_reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA tools REVOKE USAGE ON TYPES FROM drift_reader;
        """);
  }

  private void repaired(String migrations, String damage) throws IOException {
    Path file = directory.resolve("migrations.sql");
    Files.writeString(file, migrations);
    var source =
        new MigrationSource(
            List.of(file), Optional.of("schema"), new TreeMap<>(), MigrationSource.LATEST);
    String url = TestPostgres.createDatabase();
    Database database = Database.of(Optional.of(url), Map.of());
    Drift.run(database, migrations);
    List<String> intended = privileges(url);

    Drift.run(database, damage);
    assertNotEquals(intended, privileges(url));
    Inspection broken = Drift.inspect(source, database, new IgnoreRules(List.of(), List.of()));
    String script = Drift.repairScript(broken, true, new TreeMap<>());
    Drift.run(database, script);
    assertEquals(intended, privileges(url), script);
    Drift.run(database, script);
    assertEquals(intended, privileges(url), script);
  }

  private static List<String> privileges(String url) {
    return TestPostgres.query(
        url,
        """
        SELECT p.oid::regprocedure::text, p.proacl::text
          FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
         WHERE p.proname LIKE 'citext%'
        UNION ALL SELECT t.typname, t.typacl::text FROM pg_type t WHERE t.typname = 'citext'
        UNION ALL SELECT d.defaclnamespace::regnamespace || ' ' || d.defaclobjtype::text, d.defaclacl::text FROM pg_default_acl d
         ORDER BY 1
        """);
  }
}
