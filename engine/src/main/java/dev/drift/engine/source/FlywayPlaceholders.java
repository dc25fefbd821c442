package dev.drift.engine.source;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flyway's <code>${name}</code>, filled in anywhere in a file. */
final class FlywayPlaceholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^}\\s]+)\\}");

  private FlywayPlaceholders() {}

  /** {@return {@code text} filled in}; a placeholder without a value stays as it is written. */
  static FileText fill(FileText text, SourceFile file, Reading reading) {
    Matcher placeholder = PLACEHOLDER.matcher(text.text());
    if (!placeholder.find()) {
      return text;
    }
    Map<String, String> own =
        Map.of(
            "flyway:defaultSchema", "public",
            "flyway:filename", file.name(),
            "flyway:table", "flyway_schema_history");
    var substitution = new Substitution(text.text(), 0);
    do {
      String name = placeholder.group("name");
      Optional<String> value =
          Optional.ofNullable(reading.placeholders().get(name))
              .or(() -> Optional.ofNullable(own.get(name)));
      if (value.isPresent()) {
        substitution.replace(placeholder.start(), placeholder.end(), value.get());
      } else if (!isComment(text.text(), placeholder.start())) {
        reading.unparsed(
            text,
            placeholder.start(),
            "the placeholder ${" + name + "} has no value; say --placeholder " + name + "=VALUE");
      }
    } while (placeholder.find());
    String filled = substitution.finish(text.text().length());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }

  private static boolean isComment(String text, int at) {
    int lineStart = text.lastIndexOf('\n', at) + 1;
    return text.substring(lineStart, at).contains("--");
  }
}
