package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * dbmate: {@code 20240101120000_drift_repair.sql} with an up and a down block. A block is sent as
 * one query, so that outside a transaction it may hold one statement only.
 */
final class DbmateFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d+).*\\.sql");

  @Override
  public String tool() {
    return "dbmate";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.ONE_STATEMENT);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft);
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      files.add(
          MigrationFile.of(
              numbers.next(i, "") + "_drift_repair.sql",
              body.header(i, sections.size())
                  + "\n-- migrate:up"
                  + (section.transactional() ? "" : " transaction:false")
                  + "\n"
                  + body.up(section)
                  + "\n-- migrate:down\n"
                  + body.down(i)));
    }
    return files;
  }
}
