package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Views and materialized views, with their queries as the server writes them. */
final class ViewReader implements CatalogReader {
  @Override
  public String family() {
    return "views";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .ownRelation(row.text("relation"))
          .ifPresent(relation -> reading.add(view(row, relation, reading)));
    }
  }

  private static SchemaObject view(CatalogRow row, Relation relation, Reading reading) {
    var query = new Query(text(row.text("query")), true, uses(row, reading));
    if (relation.id().kind() == Kind.VIEW) {
      return new View(relation.id(), relation.columns(), query, row.options("options"));
    }
    return new MaterializedView(
        relation.id(),
        relation.columns(),
        query,
        row.options("options"),
        row.optional("access_method"),
        row.optional("tablespace"),
        row.flag("unfilled"));
  }

  private static String text(String definition) {
    String text = definition.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  static SortedSet<ObjectId> uses(CatalogRow row, Reading reading) {
    var uses = new TreeSet<ObjectId>();
    row.texts("relations").forEach(oid -> reading.object("pg_class", oid).ifPresent(uses::add));
    row.texts("routines").forEach(oid -> reading.object("pg_proc", oid).ifPresent(uses::add));
    return uses;
  }
}
