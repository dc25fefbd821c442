package dev.drift.server;

import dev.drift.server.CheckResult.MigrationState;
import dev.drift.server.CheckResult.Recorded;
import dev.drift.server.Latest.Measured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The migrations in their order, and which of them the history table records. */
final class MigrationsResource implements Resource.OfResult {
  @Override
  public String path() {
    return "/api/v1/migrations";
  }

  @Override
  public Reply reply(Measured measured) {
    List<MigrationState> migrations = measured.result().migrations();
    JsonArray entries = new JsonArray();
    migrations.forEach(migration -> entries.add(entry(migration)));
    return Reply.json(
        200,
        new JsonObject()
            .put("schemaVersion", 1)
            .put("count", migrations.size())
            .put("applied", count(migrations, Recorded.APPLIED))
            .put("pending", count(migrations, Recorded.PENDING))
            .put("migrations", entries));
  }

  private static JsonObject entry(MigrationState migration) {
    return new JsonObject()
        .put("version", migration.version())
        .put("name", migration.name())
        .put("file", migration.file())
        .put("recorded", migration.recorded().name().toLowerCase(Locale.ROOT));
  }

  private static long count(List<MigrationState> migrations, Recorded recorded) {
    return migrations.stream().filter(migration -> migration.recorded() == recorded).count();
  }
}
