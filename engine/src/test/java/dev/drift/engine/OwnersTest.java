package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.diff.Finding;
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

/** Owners where they are asked for: of all that can have one. */
class OwnersTest {
  private static final Path MIGRATIONS =
      Path.of("src/test/resources/cases/ownership/migrations.sql");
  private static final IgnoreRules WITH_OWNERS = new IgnoreRules(List.of(), List.of()).withOwners();

  @Test
  void areFoundAndGivenBack() throws IOException {
    var source =
        new MigrationSource(
            List.of(MIGRATIONS), Optional.of("schema"), new TreeMap<>(), MigrationSource.LATEST);
    Database database = Database.of(Optional.of(TestPostgres.createDatabase()), Map.of());
    Drift.run(database, Files.readString(MIGRATIONS));
    assertEquals("", owners(Drift.inspect(source, database, WITH_OWNERS)));

    Drift.run(
        database,
        """
        ALTER OPERATOR === (int, text) OWNER TO CURRENT_USER;
        ALTER OPERATOR FAMILY family USING btree OWNER TO drift_other;
        ALTER TEXT SEARCH CONFIGURATION words OWNER TO CURRENT_USER;
        ALTER EVENT TRIGGER watching OWNER TO drift_admin;
        ALTER TABLE theirs OWNER TO drift_admin;
        DROP TABLE theirs2;
        DROP COLLATION sorting;
        DROP PUBLICATION news;
        CREATE PUBLICATION news;
        """);
    Inspection broken = Drift.inspect(source, database, WITH_OWNERS);
    assertEquals(
        """
        unexpected owner event trigger watching
        missing owner publication news
        missing owner public.operator ===(integer, text)
        changed owner public.operator family family using btree
        changed owner public.sequence theirs_id_seq
        changed owner public.table theirs
        missing owner public.text search configuration words
        """,
        owners(broken));

    String script = Drift.repairScript(broken, true, new TreeMap<>());
    Drift.run(database, script);
    Inspection repaired = Drift.inspect(source, database, WITH_OWNERS);
    assertEquals(List.of(), repaired.report().findings(), script);
  }

  private static String owners(Inspection inspection) {
    var lines = new StringBuilder();
    for (Finding finding : inspection.report().findings()) {
      if (finding.object().kind().label().equals("owner")) {
        lines.append(finding.type().label()).append(" owner ");
        lines.append(finding.object().path()).append('\n');
      }
    }
    return lines.toString();
  }
}
