package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of the server: those whose values are known whatever the server. */
final class SettingRows {
  private SettingRows() {}

  /** {@return the row of the one parameter asked for; empty if its value is not known} */
  static Optional<List<Row>> settings(Facts facts, Map<String, String> wanted) {
    String name = wanted.getOrDefault("name", "");
    return facts.version(name).map(value -> List.of(row(name, value)));
  }

  private static Row row(String name, String setting) {
    return column ->
        switch (column) {
          case "name" -> Cells.text(name);
          case "setting" -> Cells.text(setting);
          default -> Cells.unknown();
        };
  }
}
