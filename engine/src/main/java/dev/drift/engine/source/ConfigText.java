package dev.drift.engine.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings in a configuration file, each with its whole key: {@code flyway.placeholders.owner}.
 * Of properties, TOML and YAML as much is read as plain settings take; lists keep their brackets.
 */
final class ConfigText {
  private static final Pattern SECTION = Pattern.compile("\\[(?<name>[^\\[\\]]+)\\]\\s*(#.*)?");
  private static final Pattern SETTING =
      Pattern.compile("(?<key>[^=#:!\\[\\s][^=]*?)\\s*=\\s*(?<value>.*)");
  private static final Pattern ENTRY =
      Pattern.compile("(?<indent> *)(?<key>[^\\s:#-][^:#]*?)\\s*:(\\s+(?<value>.*))?");
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^}:]+(:(?<default>[^}]*))?\\}");

  /** A setting and where it stands. */
  record Setting(String value, int offset) {}

  private ConfigText() {}

  /** {@return the settings of {@code text}, by a name that tells its language} */
  static SortedMap<String, Setting> read(String name, String text) {
    return name.endsWith(".yml") || name.endsWith(".yaml") ? yaml(text) : settings(name, text);
  }

  private static SortedMap<String, Setting> settings(String name, String text) {
    SortedMap<String, Setting> settings = new TreeMap<>();
    boolean toml = name.endsWith(".toml");
    String section = "";
    int offset = 0;
    for (String line : text.split("\n", -1)) {
      Matcher head = SECTION.matcher(line.strip());
      Matcher setting = SETTING.matcher(line.strip());
      if (toml && head.matches()) {
        section = head.group("name").strip().replace("\"", "") + ".";
      } else if (setting.matches()) {
        add(settings, section + setting.group("key"), setting.group("value"), toml, offset);
      }
      offset += line.length() + 1;
    }
    return settings;
  }

  private static SortedMap<String, Setting> yaml(String text) {
    SortedMap<String, Setting> settings = new TreeMap<>();
    Deque<String> keys = new ArrayDeque<>();
    Deque<Integer> indents = new ArrayDeque<>();
    int offset = 0;
    for (String line : text.split("\n", -1)) {
      Matcher entry = ENTRY.matcher(line.stripTrailing());
      if (entry.matches()) {
        int indent = entry.group("indent").length();
        while (!indents.isEmpty() && indents.peek() >= indent) {
          indents.pop();
          keys.pop();
        }
        String outer = keys.isEmpty() ? "" : keys.peek() + ".";
        String key = outer + entry.group("key");
        String value = entry.group("value");
        if (value == null || value.isEmpty()) {
          keys.push(key);
          indents.push(indent);
        } else {
          add(settings, key, value, true, offset);
        }
      }
      offset += line.length() + 1;
    }
    return settings;
  }

  private static void add(
      SortedMap<String, Setting> settings, String key, String value, boolean quoted, int offset) {
    String bare = quoted ? unquoted(value) : value.strip();
    Matcher inner = DEFAULT.matcher(bare);
    if (inner.matches()) {
      if (inner.group("default") == null) {
        return;
      }
      bare = inner.group("default");
    }
    settings.put(key.replace("\"", "").replace("'", ""), new Setting(bare, offset));
  }

  /** Without quotes, or without the comment behind it. */
  private static String unquoted(String value) {
    char first = value.charAt(0);
    int close = first == '"' || first == '\'' ? value.indexOf(first, 1) : -1;
    return close > 0 ? value.substring(1, close) : value.replaceFirst("\\s+#.*$", "").strip();
  }
}
