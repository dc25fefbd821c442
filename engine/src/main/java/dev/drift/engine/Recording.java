package dev.drift.engine;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.History;
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

  static Recording read(MigrationSet set, Database database, Observation observation) {
    try {
      return new Recording(
          Progress.of(set.migrations(), history(set, database, observation)), List.of());
    } catch (CatalogException e) {
      return new Recording(
          Progress.of(set.migrations(), Optional.empty()), List.of("" + e.getMessage()));
    }
  }

  private static Optional<History> history(
      MigrationSet set, Database database, Observation observation) {
    return switch (database) {
      case Database.Live live -> Catalog.history(live.target(), set.tool(), observation.model());
      case Database.Kept kept -> Optional.empty();
      case Database.Nothing nothing -> Optional.empty();
    };
  }
}
