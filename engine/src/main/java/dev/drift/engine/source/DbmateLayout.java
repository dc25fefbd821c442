package dev.drift.engine.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * dbmate: {@code 20240101120000_add_users.sql} with {@code -- migrate:up} and {@code --
 * migrate:down} sections, ordered by file name; {@code transaction:false} as an option of a
 * section.
 */
final class DbmateLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)(?<name>[^/]*)\\.sql");
  private static final Pattern UP =
      Pattern.compile("(?m)^--[ \\t]*migrate:up(?<options>[ \\t]*\\r?$|[ \\t]+\\S.*$)");
  private static final Pattern DOWN =
      Pattern.compile("(?m)^--[ \\t]*migrate:down([ \\t]*\\r?$|[ \\t]+\\S.*$)");
  private static final Pattern NO_TRANSACTION = Pattern.compile("transaction\\s*:\\s*false");

  @Override
  public String tool() {
    return "dbmate";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    for (SourceFile file : folder.matching(Pattern.compile("[^/]*\\.sql"))) {
      if (UP.matcher(reading.text(file).text()).find()) {
        return Likeness.CERTAIN;
      }
    }
    return Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<Numbered> files = Numbered.find(folders, FILE);
    files.sort(Numbered.BY_FILE_NAME);
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    Matcher up = UP.matcher(text.text());
    boolean found = up.find();
    if (!found) {
      reading.unparsed(text, 0, "the file has no \"-- migrate:up\" section, which dbmate refuses");
    }
    int from = found ? up.end() : text.text().length();
    Matcher down = DOWN.matcher(text.text());
    int to = down.find(from) ? down.start() : text.text().length();
    return new Migration(
        file.version(),
        file.version(),
        file.name().replaceFirst("^_", ""),
        file.file().shown(),
        "",
        !(found && NO_TRANSACTION.matcher(up.group("options")).find()),
        false,
        reading.statements(text, from, to));
  }
}
