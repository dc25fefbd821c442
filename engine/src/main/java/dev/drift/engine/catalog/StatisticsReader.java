package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Statistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code pg_statistic_ext} to {@link Statistics}. */
final class StatisticsReader implements CatalogReader {
  @Override
  public String family() {
    return "statistics";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(
              schema ->
                  reading
                      .ownRelation(row.text("relation"))
                      .ifPresent(
                          relation ->
                              reading.add(
                                  "pg_statistic_ext",
                                  row.text("oid"),
                                  statistics(row, schema, relation))));
    }
  }

  private static Statistics statistics(CatalogRow row, String schema, Relation relation) {
    return new Statistics(
        ObjectId.of(Kind.STATISTICS, schema, row.text("name")),
        relation.id(),
        new TreeSet<>(relation.names(row.numbers("columns"))),
        row.texts("expressions").stream().map(Deparsed::expression).toList(),
        kinds(row.texts("kinds")),
        row.absent("target") ? OptionalInt.empty() : OptionalInt.of(row.number("target")));
  }

  /** What expressions bring, {@code e}, says no more than they do. */
  private static SortedSet<String> kinds(List<String> codes) {
    var kinds = new TreeSet<String>();
    for (String code : codes) {
      switch (code) {
        case "d" -> kinds.add("ndistinct");
        case "f" -> kinds.add("dependencies");
        case "m" -> kinds.add("mcv");
        default -> {}
      }
    }
    return kinds;
  }
}
