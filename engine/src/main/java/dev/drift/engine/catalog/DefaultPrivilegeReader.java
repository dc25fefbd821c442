package dev.drift.engine.catalog;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.DefaultPrivileges;
import java.util.List;

/** {@code pg_default_acl} to {@link DefaultPrivileges}. */
final class DefaultPrivilegeReader implements CatalogReader {
  @Override
  public String family() {
    return "default_privileges";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      String role = row.text("role");
      reading.add(
          DefaultPrivileges.of(
              role,
              row.text("schema"),
              objects(row.text("objects")).plural(),
              Acl.parse(row.texts("acl"), role)));
    }
  }

  private static Grantable objects(String code) {
    return switch (code) {
      case "r" -> Grantable.TABLE;
      case "S" -> Grantable.SEQUENCE;
      case "f" -> Grantable.ROUTINE;
      case "T" -> Grantable.TYPE;
      case "n" -> Grantable.SCHEMA;
      default -> Grantable.LARGE_OBJECT;
    };
  }
}
