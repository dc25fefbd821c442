package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prisma: {@code 20240101120000_add_users/migration.sql}, ordered by the directories' names; a
 * migration is recorded by that name and the SHA-256 of its file.
 */
final class PrismaLayout implements Layout {
  static final Pattern FILE = Pattern.compile("[^/]+/migration\\.sql");

  private static final String LOCK = "migration_lock.toml";
  private static final Pattern PROVIDER =
      Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"(?<name>[^\"]*)\"");

  @Override
  public String tool() {
    return "prisma";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    List<SourceFile> files = folder.matching(FILE);
    if (files.isEmpty()) {
      return Likeness.NO;
    }
    return folder.has(LOCK)
            || files.stream().noneMatch(f -> folder.has(f.directory() + "/snapshot.json"))
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    for (Folder folder : folders) {
      if (folder.has(LOCK)) {
        FileText lock = reading.text(folder.file(LOCK));
        reading.otherDatabase(lock, PROVIDER, List.of("postgresql", "postgres", "cockroachdb"));
      }
    }
    var files = new ArrayList<SourceFile>();
    folders.forEach(f -> files.addAll(f.matching(FILE)));
    files.sort(Comparator.comparing(SourceFile::directory));
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(SourceFile file, Reading reading) {
    String directory = file.directory();
    List<Statement> statements = reading.statements(reading.text(file));
    return new Migration(
        directory,
        directory,
        directory.replaceFirst("^\\d+_", ""),
        file.shown(),
        Checksums.digest("SHA-256", reading.bytes(file.path())),
        statements.size() > 1,
        false,
        statements);
  }
}
