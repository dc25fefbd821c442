package dev.drift.server;

import io.vertx.core.json.JsonObject;

/** The process is alive; says nothing about the database. */
final class HealthResource implements Resource {
  @Override
  public String path() {
    return "/health";
  }

  @Override
  public Audience audience() {
    return Audience.EVERYONE;
  }

  @Override
  public Reply reply(Latest latest) {
    return Reply.json(200, new JsonObject().put("status", "up"));
  }
}
