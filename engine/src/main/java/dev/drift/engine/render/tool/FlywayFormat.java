package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Flyway: {@code V8__drift_repair.sql}. What cannot run in a transaction stands in a file of its
 * own, with {@code executeInTransaction=false} in the script configuration beside it; Flyway sends
 * such a file statement by statement.
 */
final class FlywayFormat implements ToolFormat {
  private static final Pattern NAME =
      Pattern.compile("V(?<version>\\d+([._]\\d+)*)__.*\\.sql", Pattern.DOTALL);

  @Override
  public String tool() {
    return "flyway";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.STATEMENTS);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String name = "V" + numbers.next(i, "1") + "__drift_repair.sql";
      String text = body.header(i, sections.size()) + note(section) + "\n" + body.up(section);
      files.add(MigrationFile.of(name, text));
      String settings =
          (section.transactional() ? "" : "executeInTransaction=false\n")
              + (text.contains("${") ? "placeholderReplacement=false\n" : "");
      if (!settings.isEmpty()) {
        files.add(MigrationFile.of(name + ".conf", settings));
      }
    }
    return files;
  }

  private static String note(Section section) {
    return section.transactional()
        ? ""
        : "-- Flyway must run with postgresql.transactional.lock=false, or its own lock keeps\n"
            + "-- CREATE INDEX CONCURRENTLY waiting for ever.\n";
  }
}
