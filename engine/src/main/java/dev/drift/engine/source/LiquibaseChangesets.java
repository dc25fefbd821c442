package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changesets of one formatted SQL file. Its own comments, rollbacks among them, run nothing.
 */
final class LiquibaseChangesets {
  private static final String HEAD = "(?im)^[ \\t]*--[ \\t]*";
  private static final Pattern CHANGESET =
      Pattern.compile(
          HEAD
              + "changeset[ \\t]+(?<author>[^\\r\\n:]+):"
              + "(?<id>\"[^\"\\r\\n]*\"|\\S+)(?<attributes>[^\\r\\n]*)");
  private static final Pattern PROPERTY =
      Pattern.compile(HEAD + "property[ \\t]+(?<attributes>[^\\r\\n]*)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<key>[\\w.-]+):(?<value>\"[^\"]*\"|\\S+)");
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{(?<name>[^}\\s]+)\\}");
  private static final Pattern IGNORED =
      Pattern.compile(HEAD + "ignoreLines:start\\b[\\s\\S]*?^[ \\t]*--[ \\t]*ignoreLines:end\\b");

  private LiquibaseChangesets() {}

  /** {@return the changesets for PostgreSQL, in order} */
  static List<Migration> read(SourceFile file, Reading reading) {
    FileText text = fill(reading.text(file), reading);
    List<Integer> starts = new ArrayList<>();
    Matcher changeset = CHANGESET.matcher(text.text());
    while (changeset.find()) {
      starts.add(changeset.start());
    }
    starts.add(text.text().length());
    var migrations = new ArrayList<Migration>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      changeset.region(starts.get(i), starts.get(i + 1));
      if (changeset.find()) {
        Map<String, String> attributes = attributes(changeset.group("attributes"));
        if (isForPostgres(attributes.getOrDefault("dbms", ""))) {
          List<Statement> statements =
              statements(text, changeset.end(), starts.get(i + 1), attributes, reading);
          String own = text.text().substring(changeset.end(), starts.get(i + 1));
          migrations.add(
              migration(file, changeset, attributes, LiquibaseChecksum.of(own), statements));
        }
      }
    }
    return migrations;
  }

  private static Migration migration(
      SourceFile file,
      Matcher changeset,
      Map<String, String> attributes,
      String checksum,
      List<Statement> statements) {
    String id = unquoted(changeset.group("id"));
    String author = changeset.group("author").strip();
    return new Migration(
        id,
        author + ":" + id,
        "",
        file.shown(),
        checksum,
        !attributes.getOrDefault("runintransaction", "").equalsIgnoreCase("false"),
        false,
        statements);
  }

  private static List<Statement> statements(
      FileText text, int from, int to, Map<String, String> attributes, Reading reading) {
    String delimiter = attributes.getOrDefault("enddelimiter", ";").replace("\\n", "\n");
    return delimiter.equals(";")
        ? reading.statements(text, from, to)
        : Chunks.read(text, from, to, delimiter, reading);
  }

  private static Map<String, String> attributes(String written) {
    var attributes = new HashMap<String, String>();
    Matcher attribute = ATTRIBUTE.matcher(written);
    while (attribute.find()) {
      attributes.put(
          attribute.group("key").toLowerCase(Locale.ROOT), unquoted(attribute.group("value")));
    }
    return attributes;
  }

  private static boolean isForPostgres(String dbms) {
    List<String> names =
        List.of(dbms.toLowerCase(Locale.ROOT).split("[,\\s]+")).stream()
            .filter(n -> !n.isEmpty() && !n.equals("all"))
            .toList();
    return names.isEmpty()
        || names.contains("postgresql")
        || names.stream().allMatch(n -> n.startsWith("!")) && !names.contains("!postgresql");
  }

  /** Parameters from the file's own properties or the placeholders; ignored lines become blank. */
  private static FileText fill(FileText text, Reading reading) {
    var values = new HashMap<String, String>();
    Matcher property = PROPERTY.matcher(text.text());
    while (property.find()) {
      Map<String, String> attributes = attributes(property.group("attributes"));
      if (isForPostgres(attributes.getOrDefault("dbms", ""))) {
        values.putIfAbsent(
            attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
      }
    }
    values.putAll(reading.placeholders());
    String source =
        IGNORED.matcher(text.text()).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
    var substitution = new Substitution(source, 0);
    Matcher parameter = PARAMETER.matcher(source);
    while (parameter.find()) {
      Optional.ofNullable(values.get(parameter.group("name")))
          .ifPresent(v -> substitution.replace(parameter.start(), parameter.end(), v));
    }
    String filled = substitution.finish(source.length());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
