package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * sqlx: {@code 20240101120000_drift_repair.sql}, or a pair with {@code .up.sql} and {@code
 * .down.sql} where the others are pairs. {@code -- no-transaction} must be its very first words;
 * the file is sent as one query, so that it then holds one statement.
 */
final class SqlxFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d+)_.*\\.sql");

  @Override
  public String tool() {
    return "sqlx";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    boolean pairs = directory.names().stream().anyMatch(name -> name.endsWith(".up.sql"));
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String name = numbers.next(i, "") + "_drift_repair";
      String marker = section.transactional() ? "" : "-- no-transaction\n";
      files.add(
          MigrationFile.of(
              name + (pairs ? ".up.sql" : ".sql"),
              marker + body.header(i, sections.size()) + "\n" + body.up(section)));
      if (pairs) {
        files.add(MigrationFile.of(name + ".down.sql", body.down(i)));
      }
    }
    return files;
  }
}
