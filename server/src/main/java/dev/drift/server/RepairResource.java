package dev.drift.server;

import dev.drift.server.Latest.Measured;
import java.util.Map;
import java.util.TreeMap;

/** The script that {@code drift repair} prints. */
final class RepairResource implements Resource.OfResult {
  @Override
  public String path() {
    return "/api/v1/repair";
  }

  @Override
  public Reply reply(Measured measured) {
    return new Reply(
        200,
        "text/plain; charset=utf-8",
        new TreeMap<>(Map.of("Content-Disposition", "inline; filename=\"repair.sql\"")),
        measured.result().repair().get());
  }
}
