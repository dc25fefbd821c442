package dev.drift.cli;

import dev.drift.engine.render.tool.ToolFormats;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The form in which a plan is written. */
final class FormatOption {
  private static final String SQL = "sql";
  private static final String JSON = "json";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = SQL,
      description =
          "sql, a script for psql; json, the plan with what its steps cost; or the next migration"
              + " of a tool, written to the directory that --output names: dbmate, diesel, drizzle,"
              + " flyway, golang-migrate, goose, prisma, sqlx or supabase. Default:"
              + " ${DEFAULT-VALUE}.")
  private String format = SQL;

  String name() {
    return format;
  }

  boolean isSql() {
    return format.equals(SQL);
  }

  boolean isJson() {
    return format.equals(JSON);
  }

  /** {@return why it cannot be, if it cannot} */
  Optional<String> complaint(ApplyOptions apply, boolean record, OutputOptions output) {
    if (isSql()) {
      return Optional.empty();
    }
    if (!isJson() && !ToolFormats.names().contains(format)) {
      return Optional.of(
          "--format %s is not known: say sql, json or one of %s"
              .formatted(format, String.join(", ", ToolFormats.names())));
    }
    if (apply.isAsked()) {
      return Optional.of("--apply runs the plan and writes none: leave --format out");
    }
    if (record) {
      return Optional.of(
          "--record goes with a script (--format sql) or --apply; the tool itself records a"
              + " migration that it runs");
    }
    return isJson() || output.toFile()
        ? Optional.empty()
        : Optional.of(
            "--format %s writes migrations: name their directory with --output".formatted(format));
  }
}
