package dev.drift.engine.source;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pop (Go), as Ory's projects use it: {@code 20240101_add_users.postgres.up.sql} beside the files
 * for other databases; a file without a database's name serves where there is none for PostgreSQL.
 */
final class PopLayout implements Layout {
  private static final Pattern UP =
      Pattern.compile(
          "(?<version>\\d+)_(?<name>[^/.]+)(\\.(?<database>[a-z]+[0-9]*))??"
              + "(?<autocommit>\\.autocommit)?\\.up\\.sql");
  private static final Pattern DATABASE =
      Pattern.compile(
          "\\d+_[^/.]+\\.(postgres|postgresql|cockroach|mysql|sqlite3?)(\\.autocommit)?"
              + "\\.up\\.(sql|fizz)");
  private static final Pattern FIZZ = Pattern.compile("\\d+_[^/]+\\.up\\.fizz");

  private record Named(
      SourceFile file, String version, String name, boolean own, boolean autocommit) {}

  @Override
  public String tool() {
    return "pop";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return !folder.single()
            && (!folder.matching(DATABASE).isEmpty() || !folder.matching(FIZZ).isEmpty())
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    Map<String, Named> byVersion = new TreeMap<>(Comparator.comparing(BigInteger::new));
    for (Folder folder : folders) {
      for (SourceFile file : folder.matching(UP)) {
        Matcher name = UP.matcher(file.relative());
        String database =
            name.matches() && name.group("database") != null ? name.group("database") : "";
        boolean own = database.startsWith("postgres");
        if (own || database.isEmpty()) {
          byVersion.merge(
              name.group("version"),
              new Named(
                  file,
                  name.group("version"),
                  name.group("name"),
                  own,
                  name.group("autocommit") != null),
              (a, b) -> b.own ? b : a);
        }
      }
      for (SourceFile fizz : folder.matching(FIZZ)) {
        reading.program(fizz, "fizz");
      }
    }
    return byVersion.values().stream().map(n -> read(n, reading)).toList();
  }

  private static Migration read(Named named, Reading reading) {
    return new Migration(
        named.version,
        named.version,
        named.name,
        named.file.shown(),
        "",
        !named.autocommit,
        false,
        reading.statements(reading.text(named.file)));
  }
}
