package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Diesel: {@code 2024-01-01-120000_drift_repair/} with {@code up.sql} and {@code down.sql}; {@code
 * run_in_transaction = false} in {@code metadata.toml} where it must be. A file is sent as one
 * query, so that it then holds one statement.
 */
final class DieselFormat implements ToolFormat {
  private static final Pattern NAME =
      Pattern.compile("(?<version>\\d{4}-?\\d{2}-?\\d{2}-?\\d{6})(-\\d{4})?_.*");

  @Override
  public String tool() {
    return "diesel";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    boolean counted =
        directory.names().stream().anyMatch(name -> name.matches("[\\d-]{17}-\\d{4}_.*"));
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String time = numbers.time(i).replaceFirst("(....)(..)(..)(......)", "$1-$2-$3-$4");
      String folder = time + (counted ? "-0000" : "") + "_drift_repair/";
      files.add(
          MigrationFile.of(
              folder + "up.sql", body.header(i, sections.size()) + "\n" + body.up(section)));
      files.add(MigrationFile.of(folder + "down.sql", body.down(i)));
      if (!section.transactional()) {
        files.add(MigrationFile.of(folder + "metadata.toml", "run_in_transaction = false\n"));
      }
    }
    return files;
  }
}
