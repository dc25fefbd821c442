package dev.drift.engine.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * golang-migrate: {@code 000003_add_users.up.sql}, ordered by number; one directory, no sections.
 */
final class GolangMigrateLayout implements Layout {
  private static final Pattern UP = Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)\\.up\\.sql");

  /** Files that the tool passes over: the directory is not its own. */
  private static final Pattern NEITHER = Pattern.compile("\\d+_[^/]*(?<!\\.up|\\.down)\\.sql");

  @Override
  public String tool() {
    return "golang-migrate";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    boolean mixed = !folder.matching(NEITHER).isEmpty();
    boolean foreign = new PopLayout().recognise(folder, reading) != Likeness.NO;
    if (folder.single() || mixed || foreign || folder.matching(UP).isEmpty()) {
      return Likeness.NO;
    }
    return Surroundings.isRust(folder) ? Likeness.POSSIBLE : Likeness.CERTAIN;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return Numbered.inOrder(folders, UP).stream().map(f -> read(f, reading)).toList();
  }

  /** The file is one simple query: one transaction unless it holds one statement only. */
  private static Migration read(Numbered file, Reading reading) {
    List<Statement> statements = reading.statements(reading.text(file.file()));
    return new Migration(
        file.version(),
        file.number(),
        file.name(),
        file.file().shown(),
        "",
        statements.size() > 1,
        false,
        statements);
  }
}
