package dev.drift.engine.progress.stops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Migrations;
import dev.drift.engine.source.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One project's migrations, as {@link StopsTest} describes their place. */
record Project(String name, String tool, Optional<Path> prelude, List<Migration> migrations) {

  /** {@return the migrations without the prelude} */
  List<Migration> own() {
    return migrations.subList(prelude.isPresent() ? 1 : 0, migrations.size());
  }

  /** {@return the projects whose tool keeps a record, sorted by name} */
  static List<Project> all(Path corpus) {
    try {
      JsonNode list = new ObjectMapper().readTree(corpus.resolve("projects.json").toFile());
      var projects = new ArrayList<Project>();
      for (Map.Entry<String, JsonNode> entry : new TreeMap<>(fields(list)).entrySet()) {
        String tool = entry.getValue().path("convention").asText();
        if (ToolRecord.of(tool).isPresent()) {
          projects.add(
              read(corpus.resolve("projects").resolve(entry.getKey()), tool, entry.getValue()));
        }
      }
      return projects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, JsonNode> fields(JsonNode node) {
    Map<String, JsonNode> fields = new TreeMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static Project read(Path directory, String tool, JsonNode settings) {
    List<Path> paths = texts(settings.path("migration_dirs")).map(directory::resolve).toList();
    Map<String, String> placeholders = new TreeMap<>();
    fields(settings.path("vars")).forEach((key, value) -> placeholders.put(key, value.asText()));
    var migrations = new ArrayList<Migration>();
    Path prelude = directory.resolve("prelude.sql");
    if (Files.exists(prelude)) {
      migrations.add(prelude(prelude));
    }
    List<String> alone = texts(settings.path("notx")).toList();
    String session = settings.path("session_sql").asText();
    if (!session.isEmpty()) {
      migrations.add(session(session));
    }
    List<String> absent = texts(settings.path("shim_ext")).toList();
    Migrations.read(paths, Optional.of(tool), placeholders)
        .migrations()
        .forEach(migration -> migrations.add(adapted(migration, absent, alone)));
    return new Project(
        directory.getFileName().toString(),
        tool,
        Optional.of(prelude).filter(Files::exists),
        migrations);
  }

  /** What the migrations expect to be there; no tool records it. */
  private static Migration prelude(Path file) {
    Migration read =
        Migrations.read(List.of(file), Optional.of("schema"), Map.of()).migrations().get(0);
    return new Migration("", "", "prelude", "prelude.sql", "", false, true, read.statements());
  }

  /** What the tool sets when it begins; no tool records it. */
  private static Migration session(String sql) {
    try {
      Path file = Files.createTempFile("session", ".sql");
      Files.writeString(file, sql + ";\n");
      Migration read =
          Migrations.read(List.of(file), Optional.of("schema"), Map.of()).migrations().get(0);
      Files.delete(file);
      return new Migration("", "", "session", "session.sql", "", false, true, read.statements());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without the extensions that the server has not got, and as its tool was told. */
  private static Migration adapted(
      Migration migration, List<String> extensions, List<String> withoutTransaction) {
    Pattern unwanted =
        Pattern.compile(
            "(?is)(create|comment\\s+on)\\s+extension\\s+(if\\s+not\\s+exists\\s+)?\"?("
                + String.join("|", extensions)
                + ")\"?\\b.*");
    List<Statement> statements =
        migration.statements().stream()
            .filter(each -> extensions.isEmpty() || !unwanted.matcher(each.text()).matches())
            .toList();
    return new Migration(
        migration.version(),
        migration.recorded(),
        migration.name(),
        migration.file(),
        migration.checksum(),
        migration.transactional()
            && withoutTransaction.stream().noneMatch(migration.file()::endsWith),
        migration.freshSession(),
        statements);
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
  }
}
