package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.scratch.Rerun;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchHost;
import java.util.List;

/** Asks a throwaway server about an expectation. */
record Settling(Expectation expectation, Observation observation, Database database) {
  Settlement.Outcomes with(ScratchChoice scratch) {
    try (ScratchHost host = scratch.open(observation.major(), database)) {
      Rerun rerun = Rerun.of(host, expectation.migrations(), observation.searchPath(), given());
      return Settlement.of(expectation, rerun, observation.major());
    } catch (CatalogException | ScratchException e) {
      throw new DriftException(e);
    }
  }

  /** The extensions that are there and that no migration installs. */
  private List<Extension> given() {
    return observation.model().ofKind(Kind.EXTENSION).stream()
        .map(Extension.class::cast)
        .filter(extension -> !expectation.replayed().model().contains(extension.id()))
        .toList();
  }
}
