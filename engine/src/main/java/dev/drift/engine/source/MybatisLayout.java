package dev.drift.engine.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * MyBatis Migrations: {@code scripts/20240101120000_add_users.sql}, ordered by number, of which
 * what stands behind {@code -- //@UNDO} is left out. <code>${name}</code> is filled in where it has
 * a value, as there.
 */
final class MybatisLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)\\.sql");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^}\\s]+)\\}");
  private static final Pattern UNDO = Pattern.compile("(?m)^[ \\t]*--[ \\t]*//[ \\t]*@UNDO\\b.*$");
  private static final Marks MARKS = new Marks(UNDO, UNDO);

  @Override
  public String tool() {
    return "mybatis";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return MARKS.occurIn(folder, FILE, reading) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return Numbered.inOrder(folders, FILE).stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    FileText filled =
        Filling.fill(
            text,
            MARKS.before(text.text()),
            PLACEHOLDER,
            p -> Optional.ofNullable(reading.placeholders().get(p.group(1))));
    return new Migration(
        file.version(),
        file.number(),
        file.name().replace('_', ' '),
        file.file().shown(),
        "",
        true,
        false,
        reading.statements(filled));
  }
}
