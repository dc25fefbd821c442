package dev.drift.engine.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Refinery (Rust): {@code V3__add_users.sql} and {@code U3__add_users.sql}, both forward, ordered
 * by number; U only says that it may come late.
 */
final class RefineryLayout implements Layout {
  private static final Pattern FILE =
      Pattern.compile("(.*/)?(?<kind>[VU])(?<version>\\d+)__(?<name>\\w+)\\.sql");
  private static final Pattern RUST = Pattern.compile("(.*/)?[VU]\\d+__\\w+\\.rs");
  private static final Pattern VERSIONED = Pattern.compile("(.*/)?V\\d+__[^/]*\\.sql");

  @Override
  public String tool() {
    return "refinery";
  }

  /** Flyway names its files so too, but for it U undoes the V of the same number. */
  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    if (folder.single() || folder.matching(FILE).isEmpty()) {
      return Likeness.NO;
    }
    return Surroundings.isRust(folder) || hasLoneU(folder) ? Likeness.CERTAIN : Likeness.NO;
  }

  static boolean hasLoneU(Folder folder) {
    List<String> versioned =
        folder.matching(VERSIONED).stream().map(f -> f.name().replaceFirst("__.*", "")).toList();
    return folder.matching(FILE).stream()
        .map(f -> f.name().replaceFirst("__.*", ""))
        .anyMatch(n -> n.startsWith("U") && !versioned.contains("V" + n.substring(1)));
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<Numbered> files = Numbered.inOrder(folders, FILE);
    for (Folder folder : folders) {
      folder.matching(RUST).forEach(f -> reading.program(f, "Rust"));
    }
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    return new Migration(
        file.version(),
        file.number(),
        file.name(),
        file.file().shown(),
        checksum(file, reading),
        true,
        false,
        reading.statements(reading.text(file.file())));
  }

  /** The version is hashed as 32 bits; refinery built for 64-bit versions records another value. */
  private static String checksum(Numbered file, Reading reading) {
    boolean fits = file.number().length() < 10;
    return fits
        ? RefineryChecksum.of(
            file.name(), Integer.parseInt(file.number()), reading.bytes(file.file().path()))
        : "";
  }
}
