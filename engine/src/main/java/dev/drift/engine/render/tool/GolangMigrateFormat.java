package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * golang-migrate: {@code 000008_drift_repair.up.sql} and {@code .down.sql}. It opens no transaction
 * and sends a file as one query: a transaction is the file's own, and outside one a file holds one
 * statement.
 */
final class GolangMigrateFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d+)_.*\\.(up|down)\\.sql");

  @Override
  public String tool() {
    return "golang-migrate";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String name = numbers.next(i, "000001") + "_drift_repair";
      String up = body.up(section);
      files.add(
          MigrationFile.of(
              name + ".up.sql",
              body.header(i, sections.size())
                  + "\n"
                  + (section.transactional() ? "BEGIN;\n\n" + up + "\nCOMMIT;\n" : up)));
      files.add(
          MigrationFile.of(
              name + ".down.sql",
              i == 0 && draft.back().isPresent()
                  ? "BEGIN;\n\n" + body.down(i) + "\nCOMMIT;\n"
                  : body.down(i)));
    }
    return files;
  }
}
