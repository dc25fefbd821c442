package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sqitch: the changes that {@code sqitch.plan} lists, in its order, each {@code deploy/NAME.sql} by
 * a psql of its own. Of a change that was reworked the earlier script is {@code
 * deploy/NAME@TAG.sql}.
 */
final class SqitchLayout implements Layout {
  private static final String PLAN = "sqitch.plan";

  /** A tag, or a change with its note; what starts otherwise is a pragma, a comment or a revert. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:@(?<tag>[^\\s#]+)|(?:\\+[ \\t]*)?(?<change>[^\\s@%#+-][^\\s#]*))[^\\n#]*"
              + "(?:#[ \\t]*(?<note>[^\\r\\n]*))?");

  private static final class Change {
    private final String name;
    private final String note;
    private final int offset;
    private final List<String> tags = new ArrayList<>();
    private boolean reworked;

    Change(String name, String note, int offset) {
      this.name = name;
      this.note = note;
      this.offset = offset;
    }

    /** {@return where its script is, of the places where it may be the first that exists} */
    Optional<String> script(Folder folder) {
      var places = new ArrayList<String>();
      if (reworked) {
        tags.forEach(t -> places.add("deploy/" + name + "@" + t + ".sql"));
      }
      places.add("deploy/" + name + ".sql");
      return places.stream().filter(folder::has).findFirst();
    }
  }

  @Override
  public String tool() {
    return "sqitch";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.has(PLAN) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var migrations = new ArrayList<Migration>();
    for (Folder folder : folders) {
      if (folder.has(PLAN)) {
        FileText plan = reading.text(folder.file(PLAN));
        for (Change change : changes(plan)) {
          Optional<String> script = change.script(folder);
          if (script.isPresent()) {
            migrations.add(read(change, folder.file(script.get()), reading));
          } else {
            reading.unparsed(
                plan,
                change.offset,
                "deploy/" + change.name + ".sql, which it names, is not there");
          }
        }
      }
    }
    return migrations;
  }

  private static List<Change> changes(FileText plan) {
    var changes = new ArrayList<Change>();
    Matcher line = LINE.matcher(plan.text());
    while (line.find()) {
      String name = line.group("change");
      if (name != null) {
        changes.stream().filter(c -> c.name.equals(name)).forEach(c -> c.reworked = true);
        String note = Optional.ofNullable(line.group("note")).orElse("").strip();
        changes.add(new Change(name, note, line.start("change")));
      } else {
        changes.stream().filter(c -> !c.reworked).forEach(c -> c.tags.add(line.group("tag")));
      }
    }
    return changes;
  }

  private static Migration read(Change change, SourceFile file, Reading reading) {
    return new Migration(
        change.name,
        change.name,
        change.note,
        file.shown(),
        Checksums.digest("SHA-1", reading.bytes(file.path())),
        false,
        true,
        new PsqlScript(reading).run(reading.text(file)));
  }
}
