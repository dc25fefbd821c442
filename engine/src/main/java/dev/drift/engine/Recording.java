package dev.drift.engine;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.HistoryChoice;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.source.MigrationSet;
import java.util.List;
import java.util.Optional;

/**
 * What the tool's history table says of the migrations.
 *
 * @param unreadable why it could not be read, if so
 */
record Recording(Progress progress, List<String> unreadable) {

  static Recording read(
      MigrationSet set, HistoryChoice choice, Database database, Observation observation) {
    try {
      Progress progress = best(set, choice, histories(set, choice, database, observation));
      if (choice.table().isPresent() && !progress.isKnown()) {
        throw new DriftException(
            "the history table %s names none of these migrations: say --history-column"
                    .formatted(choice.table().get())
                + " version=COLUMN, or another table");
      }
      return new Recording(progress, List.of());
    } catch (CatalogException e) {
      if (e.reason() == CatalogException.Reason.BAD_TARGET) {
        throw new DriftException(e);
      }
      return new Recording(
          Progress.of(set.migrations(), Optional.empty()), List.of("" + e.getMessage()));
    }
  }

  /** {@return everything that migration tools have recorded, as far as it may be read} */
  static List<History> all(Database database, Observation observation) {
    try {
      return switch (database) {
        case Database.Live live ->
            Catalog.histories(live.target(), "plain", HistoryChoice.FOUND, observation.model());
        case Database.Kept kept -> kept.snapshot().histories();
        case Database.Nothing nothing -> List.of();
      };
    } catch (CatalogException e) {
      return List.of();
    }
  }

  /** The record that names most of the migrations; an empty one only if it is the tool's own. */
  private static Progress best(MigrationSet set, HistoryChoice choice, List<History> histories) {
    return histories.stream()
        .filter(
            history ->
                choice.table().isPresent()
                    || history.tool().equals(set.tool())
                    || !history.entries().isEmpty())
        .map(history -> Progress.of(set.migrations(), Optional.of(history)))
        .filter(Progress::isKnown)
        .reduce((one, other) -> other.rows() > one.rows() ? other : one)
        .orElseGet(() -> Progress.of(set.migrations(), Optional.empty()));
  }

  private static List<History> histories(
      MigrationSet set, HistoryChoice choice, Database database, Observation observation) {
    return switch (database) {
      case Database.Live live ->
          Catalog.histories(live.target(), set.tool(), choice, observation.model());
      case Database.Kept kept ->
          kept.snapshot().histories().stream().filter(each -> isWanted(each, set, choice)).toList();
      case Database.Nothing nothing -> List.of();
    };
  }

  private static boolean isWanted(History history, MigrationSet set, HistoryChoice choice) {
    return choice
        .table()
        .map(name -> history.table().equals(name) || history.table().endsWith("." + name))
        .orElse(set.tool().equals("plain") || history.tool().equals(set.tool()));
  }
}
