package dev.drift.server;

import dev.drift.engine.render.Verdict;
import dev.drift.server.CheckResult.MigrationState;
import dev.drift.server.CheckResult.Recorded;
import dev.drift.server.CheckResult.TableState;
import dev.drift.server.CheckResult.Weight;
import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * The database as a health probe sees it: 200 with {@code healthy} or {@code degraded}, 503 with
 * {@code unhealthy}.
 *
 * <p>Unhealthy: there is no result, or a critical table is missing. Degraded: there is drift, a
 * migration is pending, a table is missing, or not everything could be measured.
 */
final class DatabaseHealthResource implements Resource {
  @Override
  public String path() {
    return "/health/database";
  }

  @Override
  public Reply reply(Latest latest) {
    return switch (latest) {
      case Measured measured -> measured(measured);
      case NotYet notYet -> unknown(notYet.since(), "the first check is still running");
      case Failed failed -> unknown(failed.at(), failed.message());
    };
  }

  private static Reply measured(Measured measured) {
    CheckResult result = measured.result();
    String status = status(result);
    return Reply.json(
        status.equals("unhealthy") ? 503 : 200,
        new JsonObject()
            .put("status", status)
            .put("timestamp", measured.at().toString())
            .put(
                "database",
                new JsonObject()
                    .put("connected", true)
                    .put("responseTime", result.responseTime().toMillis()))
            .put("migrations", migrations(result.migrations()))
            .put("schema", schema(result.tables())));
  }

  private static Reply unknown(Instant at, String error) {
    return Reply.json(
        503,
        new JsonObject()
            .put("status", "unhealthy")
            .put("timestamp", at.toString())
            .put(
                "database",
                new JsonObject()
                    .put("connected", false)
                    .putNull("responseTime")
                    .put("error", error))
            .put(
                "migrations",
                new JsonObject().put("applied", new JsonArray()).putNull("latest").put("count", 0))
            .put(
                "schema",
                new JsonObject()
                    .put("critical_tables", new JsonArray())
                    .put("all_tables_exist", false)));
  }

  private static String status(CheckResult result) {
    if (result.tables().stream()
        .anyMatch(table -> table.weight() == Weight.CRITICAL && !table.exists())) {
      return "unhealthy";
    }
    boolean whole =
        result.verdict() == Verdict.CLEAN
            && result.tables().stream().allMatch(TableState::exists)
            && result.migrations().stream().noneMatch(DatabaseHealthResource::isOutstanding);
    return whole ? "healthy" : "degraded";
  }

  private static JsonObject migrations(List<MigrationState> migrations) {
    List<String> applied =
        migrations.stream()
            .filter(migration -> migration.recorded() == Recorded.APPLIED)
            .map(MigrationState::version)
            .toList();
    JsonObject body =
        new JsonObject()
            .put("applied", new JsonArray(applied))
            .put("latest", applied.isEmpty() ? null : applied.getLast())
            .put("count", applied.size());
    if (migrations.stream().anyMatch(DatabaseHealthResource::isOutstanding)) {
      body.put(
          "warning",
          "Expected %d migrations, only %d applied".formatted(migrations.size(), applied.size()));
    } else if (migrations.stream()
        .anyMatch(migration -> migration.recorded() == Recorded.UNKNOWN)) {
      body.put("warning", "The database has no table that records migrations");
    }
    return body;
  }

  private static boolean isOutstanding(MigrationState migration) {
    return migration.recorded() == Recorded.PENDING || migration.recorded() == Recorded.FAILED;
  }

  /** Where none is named critical, every table counts. */
  private static JsonObject schema(List<TableState> tables) {
    List<TableState> critical =
        tables.stream().filter(table -> table.weight() == Weight.CRITICAL).toList();
    JsonArray entries = new JsonArray();
    (critical.isEmpty() ? tables : critical)
        .forEach(
            table ->
                entries.add(
                    new JsonObject().put("name", table.name()).put("exists", table.exists())));
    return new JsonObject()
        .put("critical_tables", entries)
        .put("all_tables_exist", tables.stream().allMatch(TableState::exists));
  }
}
