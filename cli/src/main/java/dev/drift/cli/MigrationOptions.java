package dev.drift.cli;

import dev.drift.engine.MigrationSource;
import dev.drift.engine.catalog.HistoryChoice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the migrations are and how far they count. */
final class MigrationOptions {
  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      required = true,
      description = "The directory of migrations, or one SQL file. Repeatable.")
  private List<Path> migrations = List.of();

  @Option(
      names = "--tool",
      paramLabel = "NAME",
      description = "Whose layout it is: plain, flyway, prisma, drizzle, … Default: recognised.")
  private @Nullable String tool;

  @Option(
      names = "--at",
      paramLabel = "VERSION",
      defaultValue = MigrationSource.APPLIED,
      description =
          "Which migrations count: applied (what the history table records; without one, all),"
              + " latest, or those up to a version. Default: ${DEFAULT-VALUE}.")
  private String at = MigrationSource.APPLIED;

  @Option(
      names = "--placeholder",
      paramLabel = "K=V",
      description =
          "A value for a placeholder in the migrations, such as Flyway's or psql's. Repeatable.")
  private Map<String, String> placeholders = new LinkedHashMap<>();

  MigrationSource source() {
    return source(HistoryChoice.FOUND);
  }

  MigrationSource source(HistoryChoice history) {
    return new MigrationSource(
        migrations, Optional.ofNullable(tool), new TreeMap<>(placeholders), at, history);
  }
}
