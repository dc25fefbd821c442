package dev.drift.engine.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Supabase: {@code supabase/migrations/20240101120000_add_users.sql}, ordered by file name, each in
 * a session of its own.
 */
final class SupabaseLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)\\.sql");

  /** What older versions of the tool wrote before the first migration of one's own. */
  private static final Pattern INITIAL = Pattern.compile("\\d{14}_init\\.sql");

  private static final String INITIAL_UNTIL = "20211209000000";

  @Override
  public String tool() {
    return "supabase";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    if (folder.single() || folder.matching(FILE).isEmpty()) {
      return Likeness.NO;
    }
    Path above = folder.path().toAbsolutePath().normalize().getParent();
    return above != null
            && above.endsWith("supabase")
            && (folder.path().toAbsolutePath().normalize().endsWith("migrations")
                || Files.exists(above.resolve("config.toml")))
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<Numbered> files = Numbered.find(folders, FILE);
    files.sort(Numbered.BY_FILE_NAME);
    if (!files.isEmpty() && isInitial(files.get(0))) {
      files.remove(0);
    }
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static boolean isInitial(Numbered file) {
    return INITIAL.matcher(file.file().name()).matches()
        && file.version().compareTo(INITIAL_UNTIL) < 0;
  }

  private static Migration read(Numbered file, Reading reading) {
    List<Statement> statements = reading.statements(reading.text(file.file()));
    return new Migration(
        file.version(),
        file.version(),
        file.name(),
        file.file().shown(),
        "",
        !Transactions.forbid(statements),
        true,
        statements);
  }
}
