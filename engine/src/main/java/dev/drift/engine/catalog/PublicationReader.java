package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.Publication.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code pg_publication} and what it publishes to {@link Publication}. */
final class PublicationReader implements CatalogReader {
  private static final List<String> ACTIONS = List.of("insert", "update", "delete", "truncate");

  @Override
  public String family() {
    return "publications";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      var publish = new TreeSet<String>();
      for (String action : ACTIONS) {
        if (row.flag("publishes_" + action)) {
          publish.add(action);
        }
      }
      reading.add(
          "pg_publication",
          row.text("oid"),
          new Publication(
              ObjectId.global(Kind.PUBLICATION, row.text("name")),
              row.flag("all_tables"),
              members(row, reading),
              new TreeSet<>(row.texts("schemas")),
              publish,
              row.flag("via_root"),
              row.text("generated_columns").equals("s") ? "stored" : "none"));
    }
  }

  private static List<Member> members(CatalogRow row, Reading reading) {
    List<String> tables = row.texts("tables");
    List<String> columns = row.texts("columns");
    List<String> conditions = row.texts("conditions");
    var members = new ArrayList<Member>();
    for (int i = 0; i < tables.size(); i++) {
      Optional<Relation> table = reading.relation(tables.get(i));
      if (table.isPresent()) {
        members.add(
            new Member(
                table.get().id(),
                new TreeSet<>(columns.isEmpty() ? List.of() : names(table.get(), columns.get(i))),
                conditions.isEmpty() ? Optional.empty() : condition(conditions.get(i))));
      }
    }
    return members;
  }

  private static List<String> names(Relation table, String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : table.names(List.of(numbers.split(" ")).stream().map(Integer::valueOf).toList());
  }

  private static Optional<Expression> condition(String sql) {
    return sql.isEmpty() ? Optional.empty() : Optional.of(Deparsed.expression(sql));
  }
}
