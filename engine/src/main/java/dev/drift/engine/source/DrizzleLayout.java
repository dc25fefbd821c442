package dev.drift.engine.source;

import dev.drift.engine.sql.Tokenizer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drizzle: {@code 0003_add_users.sql} in the order of {@code meta/_journal.json}, or, since version
 * 1, {@code 20240101120000_add_users/migration.sql} beside a {@code snapshot.json}. Statements are
 * cut at {@code --> statement-breakpoint} first. Recorded are the journal's {@code when} and the
 * SHA-256 of the file.
 */
final class DrizzleLayout implements Layout {
  private static final String JOURNAL = "meta/_journal.json";
  private static final String BREAKPOINT = "--> statement-breakpoint";
  private static final Pattern DIALECT = Pattern.compile("\"dialect\"\\s*:\\s*\"(?<name>[^\"]*)\"");
  private static final Pattern ENTRY = Pattern.compile("\\{[^{}\\[\\]]*\\}");
  private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"(?<tag>[^\"\\\\]*)\"");
  private static final Pattern WHEN = Pattern.compile("\"when\"\\s*:\\s*(?<when>\\d+)");

  @Override
  public String tool() {
    return "drizzle";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    boolean folders =
        !folder.has("migration_lock.toml")
            && folder.matching(PrismaLayout.FILE).stream()
                .anyMatch(f -> folder.has(f.directory() + "/snapshot.json"));
    return folder.has(JOURNAL) || folders ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var migrations = new ArrayList<Migration>();
    for (Folder folder : folders) {
      if (folder.has(JOURNAL)) {
        journal(folder, reading, migrations);
      } else {
        List<SourceFile> files = new ArrayList<>(folder.matching(PrismaLayout.FILE));
        files.sort(Comparator.comparing(SourceFile::directory));
        files.forEach(f -> migrations.add(read(f.directory(), millis(f), f, reading)));
      }
    }
    return migrations;
  }

  private static void journal(Folder folder, Reading reading, List<Migration> migrations) {
    FileText journal = reading.text(folder.file(JOURNAL));
    reading.otherDatabase(journal, DIALECT, List.of("postgresql", "pg", "cockroach"));
    Matcher entry = ENTRY.matcher(journal.text());
    while (entry.find()) {
      Matcher tag = TAG.matcher(entry.group());
      Matcher when = WHEN.matcher(entry.group());
      if (!tag.find()) {
        continue;
      }
      String name = tag.group("tag");
      if (folder.has(name + ".sql")) {
        String recorded = when.find() ? when.group("when") : "";
        migrations.add(read(name, recorded, folder.file(name + ".sql"), reading));
      } else {
        reading.unparsed(
            journal, entry.start(), "the journal names " + name + ".sql, which is not there");
      }
    }
  }

  private static Migration read(String version, String recorded, SourceFile file, Reading reading) {
    FileText text = reading.text(file);
    // What introspection writes is one comment, breakpoints and all, until someone uncomments it.
    boolean blank = Tokenizer.tokenize(text.text()).isEmpty();
    List<Statement> statements =
        blank ? List.of() : Chunks.read(text, 0, text.text().length(), BREAKPOINT, reading);
    return new Migration(
        version,
        recorded,
        version.replaceFirst("^\\d+_", ""),
        file.shown(),
        Checksums.digest("SHA-256", reading.bytes(file.path())),
        true,
        false,
        statements);
  }

  /** The time in a directory's name, which is recorded in milliseconds since 1970. */
  private static String millis(SourceFile file) {
    String digits = file.directory().replaceFirst("\\D.*$", "");
    try {
      return String.valueOf(
          LocalDateTime.parse(digits, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli());
    } catch (DateTimeParseException e) {
      return file.directory();
    }
  }
}
