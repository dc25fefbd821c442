package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Supabase: {@code 20240101120000_drift_repair.sql}. Its command line sends a file's statements as
 * one batch, which is a transaction; an index that is built CONCURRENTLY it takes out of the batch
 * since version 2.109, and such a statement stands in a file of its own.
 */
final class SupabaseFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d+)_.*\\.sql");

  @Override
  public String tool() {
    return "supabase";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String note =
          section.transactional()
              ? ""
              : "-- This needs version 2.109 of the Supabase command line, or later.\n";
      files.add(
          MigrationFile.of(
              numbers.time(i) + "_drift_repair.sql",
              body.header(i, sections.size()) + note + "\n" + body.up(section)));
    }
    return files;
  }
}
