package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayLayoutTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  @Test
  void ordersByVersionThenRepeatablesThenCallbacks() {
    MigrationSet set =
        tree.file("V1_10__c.sql", "SELECT 3;")
            .file("sub/V1_9__b.sql", "SELECT 2;")
            .file("V001__a_b.sql", "SELECT 1;")
            .file("R__z_views.sql", "SELECT 5;")
            .file("R__functions.sql", "SELECT 4;")
            .file("U1_10__c.sql", "SELECT -3;")
            .file("afterMigrate__grants.sql", "SELECT 6;")
            .file("beforeMigrate.sql", "SELECT 0;")
            .file("notes.sql", "SELECT 9;")
            .read();

    assertEquals("flyway", set.tool());
    assertEquals(
        List.of(
            "beforeMigrate.sql",
            "V001__a_b.sql",
            "sub/V1_9__b.sql",
            "V1_10__c.sql",
            "R__functions.sql",
            "R__z_views.sql",
            "afterMigrate__grants.sql"),
        files(set));
    assertEquals("1.10", set.migrations().get(3).version());
    assertEquals("a b", set.migrations().get(1).name());
    assertEquals("", set.migrations().get(4).version());
    assertEquals("z views", set.migrations().get(5).name());
  }

  @Test
  void aBaselineStandsForWhatIsOlder() {
    MigrationSet set =
        tree.file("V1__a.sql", "SELECT 1;")
            .file("B2__base.sql", "SELECT 12;")
            .file("V2__b.sql", "SELECT 2;")
            .file("V3__c.sql", "SELECT 3;")
            .read();

    assertEquals(List.of("B2__base.sql", "V3__c.sql"), files(set));
  }

  @Test
  void checksumsLinesWithoutTheirEnds() {
    MigrationSet set =
        tree.file("V1__a.sql", "123\n456789").file("V2__b.sql", "\uFEFF123\r\n456789\r\n").read();

    // The check value of CRC-32, over the digits 1 to 9, as a signed integer.
    assertEquals(
        List.of("-873187034", "-873187034"),
        set.migrations().stream().map(Migration::checksum).toList());
  }

  @Test
  void fillsInPlaceholders() {
    tree.file("V1__a.sql", "-- ${none}\nCREATE TABLE ${t}_x (a text DEFAULT '${t}');\nSELECT 1;");

    assertEquals(
        List.of(
            "V1__a.sql:2:1 CREATE TABLE users_x (a text DEFAULT 'users')",
            "V1__a.sql:3:1 SELECT 1"),
        statements(tree.read(List.of(""), Optional.empty(), Map.of("t", "users"))));
    assertEquals(
        List.of(
            "UNPARSED V1__a.sql:2:14 the placeholder ${t} has no value; say --placeholder t=VALUE",
            "UNPARSED V1__a.sql:2:38 the placeholder ${t} has no value; say --placeholder t=VALUE"),
        problems(tree.read()));
  }

  @Test
  void readsTheSettingsOfAFile() {
    MigrationSet set =
        tree.file("V1__a.sql", "SELECT '${a}';")
            .file("V1__a.sql.conf", "executeInTransaction=false\nplaceholderReplacement=false\n")
            .file("V2__b.sql", "CREATE INDEX CONCURRENTLY ON t (a);")
            .file("V3__c.sql", "SELECT 1;")
            .read();

    assertEquals(
        List.of(false, false, true),
        set.migrations().stream().map(Migration::transactional).toList());
    assertEquals(List.of(), problems(set));
  }

  @Test
  void mergesDirectoriesByVersion() {
    MigrationSet set =
        tree.file("a/V1__x.sql", "SELECT 1;")
            .file("b/V2__x.sql", "SELECT 2;")
            .file("a/V3__x.sql", "SELECT 3;")
            .read(List.of("a", "b"), Optional.empty(), Map.of());

    assertEquals(List.of("a/V1__x.sql", "b/V2__x.sql", "a/V3__x.sql"), files(set));
  }

  @Test
  void comparesVersionsPartByPart() {
    assertTrue(new FlywayVersion("1.10").compareTo(new FlywayVersion("1_9")) > 0);
    assertEquals(0, new FlywayVersion("1.0").compareTo(new FlywayVersion("01")));
    assertTrue(new FlywayVersion("2").compareTo(new FlywayVersion("1.9.9")) > 0);
    assertFalse(new FlywayVersion("20240101120000").compareTo(new FlywayVersion("3")) < 0);
  }

  @Test
  void javaMigrationsAreOpaque() {
    MigrationSet set = tree.file("V1__a.sql", "SELECT 1;").file("V2__b.java", "class B {}").read();

    assertEquals(
        List.of(
            "OPAQUE V2__b.java:1:1 a migration written in Java; what it does to the schema is not"
                + " known"),
        problems(set));
  }

  private MigrationSet project() {
    return tree.file("db/V1__a.sql", "SELECT '${Kind}', '${flyway:defaultschema}';").read("db");
  }

  @Test
  void readsFlywaysSettings() {
    tree.file("flyway.conf", "flyway.placeholders.kind=conf\n# flyway.defaultSchema=no\n")
        .file(
            "flyway.toml",
            """
            [environments.x]
            url = "jdbc:postgresql:x"
            [flyway]
            schemas = [ "app", "more" ] # ours
            [flyway.placeholders]
            kind = "toml" # not conf
            """);

    assertEquals(
        List.of(
            "../flyway.toml:4:1 CREATE SCHEMA IF NOT EXISTS app",
            "../flyway.toml:4:1 CREATE SCHEMA IF NOT EXISTS more",
            "../flyway.toml:4:1 SET search_path = app, \"$user\", public",
            "V1__a.sql:1:1 SELECT 'toml', 'app'"),
        statements(project()));
  }

  @Test
  void readsSpringsSettings() {
    tree.file(
            "application.yml",
            """
            spring:
              datasource:
                url: jdbc:postgresql:x
              flyway:
                default-schema: ${DB_SCHEMA:app}
                create-schemas: false
                placeholders:
                  # of accounts
                  kind: "yaml" # so
            """)
        .file("db/V2__b.sql", "SELECT 2;");

    assertEquals(
        List.of(
            "../application.yml:5:1 SET search_path = app, \"$user\", public",
            "V1__a.sql:1:1 SELECT 'yaml', 'app'",
            "../application.yml:5:1 SET search_path = app, \"$user\", public",
            "V2__b.sql:1:1 SELECT 2"),
        statements(project()));
  }

  @Test
  void aSettingOfOnesOwnCountsMost() {
    tree.file("application.properties", "spring.flyway.placeholders.kind=spring\n")
        .file("db/V1__a.sql", "SELECT '${KIND}', '${flyway:filename}';");

    assertEquals(
        List.of("V1__a.sql:1:1 SELECT 'given', 'V1__a.sql'"),
        statements(tree.read(List.of("db"), Optional.empty(), Map.of("Kind", "given"))));
  }

  @Test
  void placeholdersMayLookOtherwise() {
    tree.file(
            "flyway.conf",
            "flyway.placeholderPrefix=<<\nflyway.placeholderSuffix=>>\nflyway.placeholders.a=1\n")
        .file("V1__a.sql", "SELECT <<a>>, '${a}' /* <<none>>\n <<none>> */;");

    assertEquals(List.of("V1__a.sql:1:1 SELECT 1, '${a}'"), statements(tree.read()));
    assertEquals(List.of(), problems(tree.read()));
  }

  @Test
  void whatIsNotFollowedIsSaid() {
    tree.file("flyway.conf", "flyway.sqlMigrationPrefix=M\n").file("V1__a.sql", "SELECT 1;");

    assertEquals(
        List.of(
            "UNPARSED flyway.conf:1:1 the setting sqlMigrationPrefix is not followed; rename the"
                + " files"),
        problems(tree.read()));
  }

  @Test
  void callbacksOfEachMigrationRunWithIt() {
    MigrationSet set =
        tree.file("beforeEachMigrate.sql", "SET ROLE x;")
            .file("afterEachMigrate__z.sql", "RESET ROLE;")
            .file("V1__a.sql", "SELECT 1;")
            .file("V2__b.sql", "SELECT 2;")
            .file("V2__b.sql.conf", "shouldExecute=false")
            .read();

    assertEquals(
        List.of(
            "beforeEachMigrate.sql:1:1 SET ROLE x",
            "V1__a.sql:1:1 SELECT 1",
            "afterEachMigrate__z.sql:1:1 RESET ROLE"),
        statements(set));
  }
}
