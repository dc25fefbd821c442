package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prisma Migrate: {@code 20240101120000_drift_repair/migration.sql}. It opens no transaction and
 * sends a file as one query, as golang-migrate does; it has no way back.
 */
final class PrismaFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d{14})_.*");

  @Override
  public String tool() {
    return "prisma";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String up = body.up(section);
      files.add(
          MigrationFile.of(
              numbers.time(i) + "_drift_repair/migration.sql",
              body.header(i, sections.size())
                  + "\n"
                  + (section.transactional() ? "BEGIN;\n\n" + up + "\nCOMMIT;\n" : up)));
    }
    return files;
  }
}
