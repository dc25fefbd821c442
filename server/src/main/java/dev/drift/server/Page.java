package dev.drift.server;

import static dev.drift.server.Html.escape;

import dev.drift.server.CheckResult.MigrationState;
import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The body of the page, for each thing that can be known. */
final class Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Page() {}

  static String of(NotYet notYet) {
    return header("")
        + banner(
            "incomplete",
            "No result yet",
            "The first check has been running since %s. Load this page again in a few seconds."
                .formatted(time(notYet.since())));
  }

  static String of(Failed failed) {
    return header("")
        + banner(
            "failed",
            "No verdict",
            "The check of %s failed: %s".formatted(time(failed.at()), escape(failed.message())))
        + failed
            .before()
            .map(
                before ->
                    "<p class=\"stale\">What follows is the result before it, of %s.</p>\n%s"
                        .formatted(time(before.at()), details(before)))
            .orElse("");
  }

  static String of(Measured measured) {
    JsonObject report = new JsonObject(measured.result().json());
    JsonObject target = report.getJsonObject("target");
    String database =
        "%s · PostgreSQL %s"
            .formatted(escape(target.getString("database")), escape(target.getString("server")));
    return header(database)
        + banner(
            report.getString("verdict"),
            headline(report),
            "Checked " + time(measured.at()) + ". " + source(report.getJsonObject("source")))
        + details(measured);
  }

  private static String details(Measured measured) {
    JsonObject report = new JsonObject(measured.result().json());
    return "<main>\n"
        + FindingsSection.of(report.getJsonArray("findings"))
        + ProblemsSection.of(report.getJsonObject("coverage"))
        + migrations(measured.result().migrations())
        + "</main>\n"
        + footer();
  }

  private static String header(String database) {
    return "<header><h1>drift</h1><p>%s</p></header>\n".formatted(database);
  }

  private static String banner(String look, String headline, String text) {
    return """
    <section class="banner %s" role="status">
    <h2>%s</h2>
    <p>%s</p>
    </section>
    """
        .formatted(escape(look), escape(headline), text);
  }

  private static String headline(JsonObject report) {
    int findings = report.getJsonArray("findings").size();
    return switch (report.getString("verdict")) {
      case "clean" ->
          findings == 0
              ? "Clean: the schema is what the migrations say"
              : "Clean, with " + FindingsSection.count(findings, "remark");
      case "drift" -> "Drift: " + FindingsSection.count(findings, "finding");
      default -> "Incomplete: not everything could be compared";
    };
  }

  private static String source(JsonObject source) {
    JsonArray pending = source.getJsonArray("pending");
    String migrations =
        FindingsSection.count(source.getInteger("migrations"), "migration")
            + " ("
            + escape(source.getString("tool"))
            + ")";
    String at = source.getString("at");
    return migrations
        + (at.isEmpty() ? "" : ", compared at <code>" + escape(at) + "</code>")
        + (pending.isEmpty() ? "" : ", " + pending.size() + " pending")
        + ".";
  }

  private static String migrations(List<MigrationState> migrations) {
    if (migrations.isEmpty()) {
      return "";
    }
    return migrations.stream()
        .map(
            migration ->
                "<tr><td><code>%s</code></td><td>%s</td><td><code>%s</code></td><td>%s</td></tr>\n"
                    .formatted(
                        escape(migration.version()),
                        escape(migration.name()),
                        escape(migration.file()),
                        migration.recorded().name().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.joining(
                "",
                """
                <section>
                <h2>Migrations</h2>
                <div class="wide"><table class="migrations">
                <thead><tr><th scope="col">Version</th><th scope="col">Name</th><th scope="col">File</th>\
                <th scope="col">Recorded</th></tr></thead>
                <tbody>
                """,
                "</tbody></table></div>\n</section>\n"));
  }

  private static String footer() {
    return """
    <footer>
    <a href="/api/v1/repair">Repair script</a>
    <a href="/api/v1/drift">Findings as JSON</a>
    <a href="/health/database">Health</a>
    <a href="/api/v1/openapi.json">API</a>
    </footer>
    """;
  }

  private static String time(Instant instant) {
    return "<time datetime=\"%s\">%s</time>".formatted(instant, TIME.format(instant));
  }
}
