package dev.drift.server;

import dev.drift.server.Latest.Measured;

/** The findings: what {@code drift check --format json} prints. */
final class DriftResource implements Resource.OfResult {
  @Override
  public String path() {
    return "/api/v1/drift";
  }

  @Override
  public Reply reply(Measured measured) {
    return Reply.json(200, measured.result().json());
  }
}
