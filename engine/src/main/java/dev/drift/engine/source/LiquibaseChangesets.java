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
              + "changeset[ \\t]+(?<author>\"[^\"\\r\\n]+\"|[^\\r\\n:]+):[ \\t]*"
              + "(?<id>\"[^\"\\r\\n]*\"|\\S+)(?<attributes>[^\\r\\n]*)");
  private static final Pattern PROPERTY =
      Pattern.compile(HEAD + "property[ \\t]+(?<attributes>[^\\r\\n]*)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<key>[\\w.-]+):(?<value>\"[^\"]*\"|\\S+)");
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{(?<name>[^}\\s]+)\\}");
  private static final Pattern IGNORED =
      Pattern.compile(HEAD + "ignoreLines:start\\b[\\s\\S]*?^[ \\t]*--[ \\t]*ignoreLines:end\\b");

  private static final Pattern IGNORED_NUMBER =
      Pattern.compile(HEAD + "ignoreLines:(?<count>\\d{1,6})\\b[^\\n]*");

  /** Where a delimiter is not given, lines that hold nothing else end a statement as well. */
  private static final Pattern LINE = Pattern.compile("(?im)^[ \\t]*(go|/)[ \\t]*\\r?$");

  private static final Pattern PRECONDITIONS =
      Pattern.compile(HEAD + "preconditions\\b[^\\n]*onFail:\\s*(MARK_RAN|CONTINUE|WARN)");
  private static final Pattern PRECONDITION =
      Pattern.compile(HEAD + "precondition-(?<kind>[\\w-]+)(?<what>[^\\n]*)");

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
        if (isForPostgres(attributes.getOrDefault("dbms", ""))
            && !attributes.getOrDefault("ignore", "").equalsIgnoreCase("true")) {
          preconditions(text, changeset.end(), starts.get(i + 1), reading);
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
    String author = unquoted(changeset.group("author").strip());
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
    if (attributes.getOrDefault("splitstatements", "").equalsIgnoreCase("false")) {
      return reading.statements(text, from, to);
    }
    String delimiter = attributes.getOrDefault("enddelimiter", ";").replace("\\n", "\n");
    return delimiter.equals(";") || delimiter.equals("/")
        ? Chunks.read(text, from, to, LINE, reading)
        : Chunks.read(
            text,
            from,
            to,
            Pattern.compile(delimiter, Pattern.LITERAL | Pattern.CASE_INSENSITIVE),
            reading);
  }

  /**
   * A changeset that its precondition may leave out is read as one that runs: what asks for the
   * schema is true on the way, else the changeset would be refused.
   */
  private static void preconditions(FileText text, int from, int to, Reading reading) {
    if (!PRECONDITIONS.matcher(text.text()).region(from, to).useAnchoringBounds(false).find()) {
      return;
    }
    Matcher each = PRECONDITION.matcher(text.text()).region(from, to).useAnchoringBounds(false);
    while (each.find()) {
      String what = each.group("what").toLowerCase(Locale.ROOT);
      boolean ofSchema =
          each.group("kind").toLowerCase(Locale.ROOT).endsWith("-exists")
              || what.contains("information_schema")
              || what.contains("pg_");
      if (!ofSchema) {
        reading.problem(
            Problem.Kind.OPAQUE,
            text.file(),
            text.place(each.start()),
            "whether the changeset runs depends on this precondition, which is not evaluated; it is"
                + " read as one that runs");
      }
    }
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
    String source = ignoreLines(text.text());
    var substitution = new Substitution(source, 0);
    Matcher parameter = PARAMETER.matcher(source);
    while (parameter.find()) {
      Optional.ofNullable(values.get(parameter.group("name")))
          .ifPresent(v -> substitution.replace(parameter.start(), parameter.end(), v));
    }
    String filled = substitution.finish(source.length());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }

  private static String ignoreLines(String text) {
    String source = IGNORED.matcher(text).replaceAll(m -> blank(m.group()));
    Matcher number = IGNORED_NUMBER.matcher(source);
    var out = new StringBuilder(source);
    while (number.find()) {
      int end = number.end();
      for (int i = Integer.parseInt(number.group("count")); i >= 0 && end < source.length(); i--) {
        int next = source.indexOf('\n', end);
        end = next < 0 ? source.length() : next + 1;
      }
      out.replace(number.end(), end, blank(source.substring(number.end(), end)));
    }
    return out.toString();
  }

  private static String blank(String lines) {
    return lines.replaceAll("[^\\n]", " ");
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
