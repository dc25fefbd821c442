package dev.drift.engine.render.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Drizzle: {@code 0006_drift_repair.sql}, and its entry in {@code meta/_journal.json}. All pending
 * migrations are one transaction: indexes are built while writers wait, and added enum values must
 * be migrated before the rest. No snapshot is written: a repair changes nothing that {@code
 * drizzle-kit generate} compares with, so that the last one stays true.
 */
final class DrizzleFormat implements ToolFormat {
  private static final Pattern NAME = Pattern.compile("(?<version>\\d{4,})_.*\\.sql");
  private static final Pattern ENTRY = Pattern.compile("\\{[^{}\\[\\]]*\\}");
  private static final Pattern IDX = Pattern.compile("\"idx\"\\s*:\\s*(\\d+)");
  private static final Pattern WHEN = Pattern.compile("\"when\"\\s*:\\s*(\\d+)");
  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]*)\"");
  private static final String NEWEST_VERSION = "7";

  @Override
  public String tool() {
    return "drizzle";
  }

  @Override
  public List<MigrationFile> write(Draft draft, Directory directory) {
    String journal =
        directory
            .journal()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no meta/_journal.json: name Drizzle's own directory, of the"
                            + " layout that has one"));
    List<Section> sections = Section.of(draft.plan(), Section.Outside.NOTHING);
    Numbers numbers = Numbers.after(directory, NAME);
    var body = new Body(draft, sql -> sql + "--> statement-breakpoint\n");
    var files = new ArrayList<MigrationFile>();
    for (int i = 0; i < sections.size(); i++) {
      String tag = numbers.next(i, "0000") + "_drift_repair";
      String text = body.header(i, sections.size()) + note(i, sections) + body.up(sections.get(i));
      files.add(
          MigrationFile.of(tag + ".sql", text.replaceFirst("--> statement-breakpoint\\n$", "")));
      journal = with(journal, tag, directory.now().toEpochMilli() + i);
    }
    if (!files.isEmpty()) {
      files.add(new MigrationFile("meta/_journal.json", journal, true));
    }
    return files;
  }

  private static String note(int index, List<Section> sections) {
    return index == 0 && sections.size() > 1
        ? "-- Run drizzle-kit migrate with this part alone, and again with the next: a value cannot"
            + " be used\n-- by the transaction that adds it, and Drizzle runs all parts in one.\n"
        : "";
  }

  /** {@code "entries": [{…}]} becomes {@code "entries": [{…}, {…}]}. */
  private static String with(String journal, String tag, long now) {
    List<String> entries = ENTRY.matcher(journal).results().map(MatchResult::group).toList();
    long idx = entries.stream().mapToLong(entry -> number(IDX, entry)).max().orElse(-1) + 1;
    long when = Math.max(now, entries.stream().mapToLong(e -> number(WHEN, e)).max().orElse(0) + 1);
    String version =
        entries.isEmpty()
            ? NEWEST_VERSION
            : VERSION
                .matcher(entries.getLast())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(NEWEST_VERSION);
    String entry =
        """
        {
              "idx": %d,
              "version": "%s",
              "when": %d,
              "tag": "%s",
              "breakpoints": true
            }\
        """
            .formatted(idx, version, when, tag);
    int close = journal.lastIndexOf(']');
    if (close < 0) {
      throw new IllegalArgumentException("meta/_journal.json has no list of entries");
    }
    String before = journal.substring(0, close).stripTrailing();
    return before
        + (entries.isEmpty() ? "" : ",")
        + "\n    "
        + entry
        + "\n  "
        + journal.substring(close);
  }

  private static long number(Pattern pattern, String entry) {
    return pattern
        .matcher(entry)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElse(-1);
  }
}
