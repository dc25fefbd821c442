package dev.drift.engine.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${NAME}}, {@code ${NAME:-default}} and {@code $NAME} between {@code -- +goose ENVSUB ON}
 * and {@code OFF}, filled in from the placeholders.
 */
final class EnvironmentVariables {
  private static final Pattern PART =
      Pattern.compile(
          "(?im)^[ \\t]*--[ \\t]*\\+goose[ \\t]+ENVSUB[ \\t]+(?<switch>ON|OFF)"
              + "|\\$\\{(?<braced>[A-Za-z_][A-Za-z0-9_]*)(:?-(?<default>[^}]*))?\\}"
              + "|(?<!\\$)\\$(?<bare>[A-Za-z_][A-Za-z0-9_]*)(?![A-Za-z0-9_$])");

  private EnvironmentVariables() {}

  /** {@return the part of {@code text} from {@code from} to {@code to}, filled in} */
  static FileText fill(FileText text, int from, int to, Reading reading) {
    var substitution = new Substitution(text.text(), from);
    Matcher part = PART.matcher(text.text()).region(from, to).useAnchoringBounds(false);
    boolean on = text.text().substring(0, from).matches("(?is).*\\+goose[ \\t]+ENVSUB[ \\t]+ON.*");
    while (part.find()) {
      if (part.group("switch") != null) {
        on = part.group("switch").equalsIgnoreCase("on");
      } else if (on) {
        String name = part.group("braced") != null ? part.group("braced") : part.group("bare");
        Optional<String> value =
            Optional.ofNullable(reading.placeholders().get(name))
                .or(() -> Optional.ofNullable(part.group("default")));
        if (value.isPresent()) {
          substitution.replace(part.start(), part.end(), value.get());
        } else {
          reading.unparsed(text, part.start(), Reading.noValue("variable " + name, name));
        }
      }
    }
    String filled = substitution.finish(to);
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }
}
