package dev.drift.engine.source;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Flyway's <code>${name}</code>, filled in anywhere in a file: from {@code --placeholder}, from the
 * project's settings, and what Flyway itself knows. Names are the same in upper and lower case.
 */
final class FlywayPlaceholders {
  private static final String KEY = "placeholders.";

  private final Reading reading;
  private final Pattern placeholder;
  private final boolean replaces;
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  FlywayPlaceholders(FlywayProject project, Reading reading) {
    this.reading = reading;
    this.replaces = !project.isFalse("placeholderReplacement");
    this.placeholder =
        Pattern.compile(
            Pattern.quote(project.value("placeholderPrefix").orElse("${"))
                + "(?<name>\\S+?)"
                + Pattern.quote(project.value("placeholderSuffix").orElse("}")));
    values.putAll(
        Map.of(
            "flyway:defaultSchema", project.defaultSchema().orElse("public"),
            "flyway:table", project.value("table").orElse("flyway_schema_history"),
            "flyway:timestamp", "1970-01-01 00:00:00",
            "flyway:workingDirectory", ".",
            "flyway:environment", "default"));
    project
        .startingWith(KEY)
        .forEach((key, value) -> values.put(key.substring(KEY.length()), value));
    values.putAll(reading.placeholders());
  }

  /** {@return the schema in which Flyway works, if it is not the usual one} */
  Optional<String> schema() {
    return Optional.ofNullable(values.get("flyway:defaultSchema")).filter(s -> !s.equals("public"));
  }

  /** {@return {@code text} filled in}; a placeholder without a value stays as it is written. */
  FileText fill(FileText text, SourceFile file) {
    if (!replaces || !placeholder.matcher(text.text()).find()) {
      return text;
    }
    return Filling.fill(text, placeholder, found -> value(text, file, found));
  }

  private Optional<String> value(FileText text, SourceFile file, MatchResult found) {
    String name = found.group(1);
    if (name.equalsIgnoreCase("flyway:filename")) {
      return Optional.of(file.name());
    }
    Optional<String> value = Optional.ofNullable(values.get(name));
    if (value.isEmpty() && !isComment(text.text(), found.start())) {
      reading.unparsed(text, found.start(), Reading.noValue("placeholder " + found.group(), name));
    }
    return value;
  }

  private static boolean isComment(String text, int at) {
    for (Token token : Tokenizer.tokenize(text)) {
      if (token.end() > at) {
        return token.offset() > at;
      }
    }
    return true;
  }
}
