package dev.drift.engine.render.tool;

import java.util.List;
import java.util.Optional;

/** All formats. */
public final class ToolFormats {
  private static final List<ToolFormat> ALL =
      List.of(
          new DbmateFormat(),
          new DieselFormat(),
          new DrizzleFormat(),
          new FlywayFormat(),
          new GolangMigrateFormat(),
          new GooseFormat(),
          new PrismaFormat(),
          new SqlxFormat(),
          new SupabaseFormat());

  private ToolFormats() {}

  /** {@return the tools' names, sorted} */
  public static List<String> names() {
    return ALL.stream().map(ToolFormat::tool).toList();
  }

  /** {@return the format of that tool; empty if there is none} */
  public static Optional<ToolFormat> named(String tool) {
    return ALL.stream().filter(format -> format.tool().equals(tool)).findFirst();
  }
}
