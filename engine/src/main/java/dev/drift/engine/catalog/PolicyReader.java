package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Policy;
import java.util.List;

/** {@code pg_policy} to {@link Policy}. */
final class PolicyReader implements CatalogReader {
  @Override
  public String family() {
    return "policies";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .ownRelation(row.text("relation"))
          .ifPresent(relation -> reading.add("pg_policy", row.text("oid"), policy(row, relation)));
    }
  }

  private static Policy policy(CatalogRow row, Relation relation) {
    return new Policy(
        relation.id().child(Kind.POLICY, row.text("name")),
        row.flag("permissive"),
        command(row.text("command")),
        row.texts("roles"),
        row.optional("using_expression").map(Deparsed::expression),
        row.optional("check_expression").map(Deparsed::expression));
  }

  private static String command(String code) {
    return switch (code) {
      case "r" -> "select";
      case "a" -> "insert";
      case "w" -> "update";
      case "d" -> "delete";
      default -> "all";
    };
  }
}
