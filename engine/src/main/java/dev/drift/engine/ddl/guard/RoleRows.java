package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Map;

/** Roles, where the server's are known. */
final class RoleRows {
  private RoleRows() {}

  static List<Row> roles(Facts facts, Map<String, String> wanted) {
    Roles roles = facts.roles();
    String asked = wanted.getOrDefault("rolname", wanted.getOrDefault("usename", ""));
    if (!asked.isEmpty()) {
      return roles.has(asked) ? List.of(row(asked, roles.isSuperuser(asked))) : List.of();
    }
    return roles.known().entrySet().stream()
        .map(role -> row(role.getKey(), role.getValue()))
        .toList();
  }

  private static Row row(String name, boolean superuser) {
    return column ->
        switch (column) {
          case "rolname", "usename" -> Cells.text(name);
          case "rolsuper", "usesuper" -> Cells.bool(superuser);
          default -> Cells.unknown();
        };
  }
}
