package dev.drift.engine.source;

import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads Flyway's files, each with what Flyway does before and behind it. */
final class FlywayReader {
  private static final List<String> NAMING =
      List.of(
          "sqlMigrationPrefix",
          "repeatableSqlMigrationPrefix",
          "sqlMigrationSeparator",
          "sqlMigrationSuffixes");
  private static final List<String> USUAL = List.of("V", "R", "__", ".sql", "[\".sql\"]");

  private final Reading reading;
  private final FlywayProject project;
  private final FlywayPlaceholders placeholders;
  private final List<SourceFile> before;
  private final List<SourceFile> after;
  private boolean first = true;

  /** Reads the project's settings. */
  FlywayReader(List<Folder> folders, List<SourceFile> files, Reading reading) {
    this.reading = reading;
    this.before = callbacks("beforeEachMigrate", files);
    this.after = callbacks("afterEachMigrate", files);
    this.project = new FlywayProject(folders, reading);
    this.placeholders = new FlywayPlaceholders(project, reading);
    for (String key : NAMING) {
      project
          .value(key)
          .filter(Predicate.not(USUAL::contains))
          .ifPresent(v -> project.locate(List.of(key), (text, at) -> notFollowed(text, at, key)));
    }
  }

  private void notFollowed(FileText text, int offset, String key) {
    reading.unparsed(text, offset, "the setting " + key + " is not followed; rename the files");
  }

  /** {@return the migration in this file; {@code version} is empty for one that has none} */
  Migration read(SourceFile file, String version, String name) {
    var settings = new FlywaySettings(file, reading);
    FileText text = reading.text(file);
    FileText filled = settings.replacesPlaceholders() ? placeholders.fill(text, file) : text;
    List<Statement> own = reading.statements(filled);
    boolean callback = FlywayLayout.isCallback(file);
    var statements = new ArrayList<Statement>();
    if (!own.isEmpty()) {
      statements.addAll(schema(text));
      if (!callback) {
        run(before, statements);
      }
      statements.addAll(own);
      if (!callback) {
        run(after, statements);
      }
    }
    return new Migration(
        version,
        version,
        name,
        file.shown(),
        callback ? "" : Checksums.flyway(version.isEmpty() ? filled.text() : text.text()),
        settings.transactional() && !Transactions.forbid(statements),
        true,
        statements);
  }

  /** {@return whether the file's own settings let it run} */
  boolean runs(SourceFile file) {
    return new FlywaySettings(file, reading).runs();
  }

  private static List<SourceFile> callbacks(String event, List<SourceFile> files) {
    var name = Pattern.compile(event + "(__.*)?\\.sql");
    return files.stream().filter(file -> name.matcher(file.name()).matches()).toList();
  }

  private void run(List<SourceFile> callbacks, List<Statement> statements) {
    for (SourceFile file : callbacks) {
      statements.addAll(reading.statements(placeholders.fill(reading.text(file), file)));
    }
  }

  /** The schema that Flyway makes and works in, where the project names one. */
  private List<Statement> schema(FileText otherwise) {
    Optional<String> schema = placeholders.schema();
    if (schema.isEmpty()) {
      return List.of();
    }
    String name = Identifiers.quote(schema.get());
    var made = new ArrayList<String>();
    if (first) {
      project.schemas().stream()
          .map(s -> "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(s))
          .forEach(made::add);
      first = false;
    }
    made.add("SET search_path = " + name + ", \"$user\", public");
    var statements = new ArrayList<Statement>();
    project.locate(
        List.of("defaultSchema", "schemas"),
        (text, at) -> made.forEach(sql -> statements.add(text.madeUp(sql, at))));
    if (statements.isEmpty()) {
      made.forEach(sql -> statements.add(otherwise.madeUp(sql, 0)));
    }
    return statements;
  }
}
