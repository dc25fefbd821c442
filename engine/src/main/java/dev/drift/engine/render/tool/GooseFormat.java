package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * goose: {@code 00008_drift_repair.sql} with its annotations. {@code NO TRANSACTION} files are sent
 * statement by statement, as all are.
 */
final class GooseFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d+)_.*\\.(sql|go)");

  @Override
  public String tool() {
    return "goose";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    List<Section> sections = Section.of(draft.plan(), Section.Outside.STATEMENTS);
    Numbers numbers = Numbers.after(directory, NAME);
    var body =
        new Body(draft, sql -> "-- +goose StatementBegin\n" + sql + "-- +goose StatementEnd\n");
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      files.add(
          MigrationFile.of(
              numbers.next(i, "") + "_drift_repair.sql",
              (section.transactional() ? "" : "-- +goose NO TRANSACTION\n")
                  + body.header(i, sections.size())
                  + "\n-- +goose Up\n"
                  + body.up(section)
                  + "\n-- +goose Down\n"
                  + body.down(i)));
    }
    return files;
  }
}
