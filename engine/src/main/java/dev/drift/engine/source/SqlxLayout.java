package dev.drift.engine.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * sqlx (Rust): {@code 0003_add_users.sql} or {@code 0003_add_users.up.sql}, ordered by number, in
 * one transaction each unless the file starts with {@code -- no-transaction}.
 */
final class SqlxLayout implements Layout {
  private static final Pattern FORWARD =
      Pattern.compile("(?<version>\\d+)_(?<name>[^/]*?)(\\.up)?(?<!\\.down)\\.sql");

  @Override
  public String tool() {
    return "sqlx";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    if (folder.single() || folder.matching(FORWARD).isEmpty()) {
      return Likeness.NO;
    }
    return Surroundings.isRust(folder) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return Numbered.inOrder(folders, FORWARD).stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    return new Migration(
        file.version(),
        file.number(),
        file.name().replace('_', ' '),
        file.file().shown(),
        Checksums.digest("SHA-384", reading.bytes(file.file().path())),
        !text.text().startsWith("-- no-transaction"),
        false,
        reading.statements(text));
  }
}
