package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Identifiers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A history table as one tool makes it.
 *
 * @param name the table's, in whatever schema it is
 * @param columns those that it must have; some of them tell it from another tool's of that name
 * @param query with {@code %s} for the table; gives key, checksum, state and, if they are counted,
 *     steps
 */
record HistoryTable(
    String tool,
    String name,
    List<String> columns,
    Counting counting,
    Late late,
    Order order,
    Steps steps,
    String query) {

  /** In which order the query gives the rows. */
  enum Order {
    /** As they were made. */
    AS_RUN,
    /** By what names the migrations. */
    BY_NAME
  }

  /** Whether the tool counts the statements of a migration that have run. */
  enum Steps {
    COUNTED,
    NOT_COUNTED
  }

  /**
   * {@return where in the database this tool may keep its record, and how to read it}
   *
   * <p>Plain files may be anybody's: for them every tool's table may be the one, the simple ones
   * first.
   */
  static List<Found> find(String tool, SchemaModel model) {
    return Stream.concat(of(tool), tool.equals("plain") ? HistoryForms.ALL.stream() : Stream.of())
        .flatMap(form -> form.tables(model))
        .distinct()
        .toList();
  }

  /**
   * {@return the table that the user names, read as the tool's or, by its columns, as another's, or
   * as the user says}
   *
   * @throws CatalogException if it is not there, or no column of it names a migration
   */
  static Found chosen(String name, String tool, HistoryChoice choice, SchemaModel model) {
    ObjectId table =
        model.ofKind(Kind.TABLE).stream()
            .map(SchemaObject::id)
            .filter(id -> id.path().equals(name) || id.name().equals(name))
            .min(Comparator.naturalOrder())
            .orElseThrow(
                () ->
                    new CatalogException(
                        Reason.BAD_TARGET,
                        "the history table %s is not there: see --history".formatted(name)));
    if (choice.columns().isEmpty()) {
      Optional<HistoryTable> form =
          Stream.concat(of(tool), HistoryForms.ALL.stream())
              .filter(each -> each.columns.size() > 1)
              .filter(each -> each.hasColumns(table, model))
              .findFirst();
      if (form.isPresent()) {
        return new Found(form.get(), table);
      }
    }
    return new Found(CustomHistory.form(table, choice, model), table);
  }

  private static Stream<HistoryTable> of(String tool) {
    return HistoryForms.ALL.stream().filter(form -> form.tool.equals(tool));
  }

  private Stream<Found> tables(SchemaModel model) {
    return model.ofKind(Kind.TABLE).stream()
        .map(SchemaObject::id)
        .filter(table -> fits(table, model))
        .sorted()
        .map(table -> new Found(this, table));
  }

  private boolean fits(ObjectId table, SchemaModel model) {
    return table.name().equals(name) && hasColumns(table, model);
  }

  private boolean hasColumns(ObjectId table, SchemaModel model) {
    return columns.stream().allMatch(each -> model.contains(ObjectId.column(table, each)));
  }

  /** A history table that is there. */
  record Found(HistoryTable form, ObjectId table) {
    String query() {
      return form.query.formatted(Identifiers.quote(table.schema(), table.name()));
    }
  }
}
