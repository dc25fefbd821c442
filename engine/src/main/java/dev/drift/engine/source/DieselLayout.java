package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Diesel (Rust), and others that keep a migration's two ways in a directory: {@code
 * 2024-01-01-120000_add_users/up.sql}, ordered by the version, which is the directory's name up to
 * the underscore, without dashes. {@code metadata.toml} may say {@code run_in_transaction = false}.
 */
final class DieselLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("[^/]+/up\\.sql");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");

  @Override
  public String tool() {
    return "diesel";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(FILE).isEmpty() ? Likeness.NO : Likeness.CERTAIN;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var files = new ArrayList<SourceFile>();
    folders.forEach(f -> files.addAll(f.matching(FILE)));
    files.sort(Comparator.comparing(DieselLayout::version).thenComparing(SourceFile::relative));
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static String version(SourceFile file) {
    return file.directory().replaceFirst("_.*$", "").replace("-", "");
  }

  private static Migration read(SourceFile file, Reading reading) {
    String metadata = file.directory() + "/metadata.toml";
    boolean transactional =
        !file.folder().has(metadata)
            || !NO_TRANSACTION.matcher(reading.text(file.folder().file(metadata)).text()).find();
    return new Migration(
        version(file),
        version(file),
        file.directory().replaceFirst("^[^_]*_?", ""),
        file.shown(),
        "",
        transactional,
        false,
        reading.statements(reading.text(file)));
  }
}
