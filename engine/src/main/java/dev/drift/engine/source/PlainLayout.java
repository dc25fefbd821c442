package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that a person or a script feeds to psql one after the other: {@code 001_users.sql}, {@code
 * 2-views.sql}, also in subdirectories; down and undo files are left out, and so is a file that
 * another one includes.
 */
final class PlainLayout implements Layout {
  private static final Pattern SQL = Pattern.compile(".*\\.sql");
  private static final Pattern BACKWARD =
      Pattern.compile("(?i)(?<stem>(.*/)?(.*(?<mark>[._-]))?)(down|undo|rollback)\\.sql");
  private static final Pattern NAME =
      Pattern.compile("[vV]?(?<version>\\d+(\\.\\d+)*)(?<name>.*)\\.sql");

  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \\t]*\\\\(i|ir|include|include_relative)[ \\t]");

  /** {@code 003.undo.add-users.sql}, as postgrator has it. */
  private static final Pattern UNDO =
      Pattern.compile("(?i)(.*/)?\\d+\\.(undo|down|rollback)\\.[^/]*sql");

  private static final Pattern BACKWARD_DIRECTORY =
      Pattern.compile("(?i)(?<around>.*/)?(down|undo|rollbacks?|revert)/(?<file>.*)");

  /**
   * Lines of comment that say no more than which way what follows goes, perhaps to a tool that has
   * no layout of its own.
   */
  private static final Marks MARKS = new Marks(mark("up|apply"), mark("down|rollback|undo"));

  private static Pattern mark(String way) {
    return Pattern.compile(
        "(?im)^[ \\t]*--[ \\t=#*+@!-]*((migrat\\w*|rambler|micrate)[ \\t:]+)?("
            + way
            + ")([ \\t]+(migration|section|script))?"
            + "[ \\t=#*:-]*\\r?$");
  }

  @Override
  public String tool() {
    return "plain";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.single() || folder.matching(SQL).isEmpty() ? Likeness.NO : Likeness.POSSIBLE;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var files = new ArrayList<SourceFile>();
    for (Folder folder : folders) {
      folder.matching(SQL).stream()
          .filter(f -> folder.single() || !isBackward(f))
          .sorted(Comparator.comparing(SourceFile::relative, new PlainOrder()))
          .forEach(files::add);
    }
    boolean includes = files.stream().anyMatch(f -> includes(reading.text(f).text()));
    if (includes) {
      var trial = new Reading(reading.placeholders());
      run(files, trial);
      files.removeIf(f -> trial.isIncluded(f.path()));
    }
    return run(files, reading);
  }

  private static boolean includes(String text) {
    return text.indexOf('\\') >= 0 && INCLUDE.matcher(text).find();
  }

  private static List<Migration> run(List<SourceFile> files, Reading reading) {
    var psql = new PsqlScript(reading);
    var migrations = new ArrayList<Migration>();
    boolean dumped = false;
    for (SourceFile file : files) {
      Migration migration = read(file, psql, reading, dumped);
      migrations.add(migration);
      dumped = migration.statements().stream().anyMatch(PlainLayout::leavesNoPath);
    }
    return migrations;
  }

  /** With only an underscore or a dash before it, {@code down} counts if there is the way up. */
  private static boolean isBackward(SourceFile file) {
    Matcher directory = BACKWARD_DIRECTORY.matcher(file.relative());
    if (directory.matches()) {
      String around = Optional.ofNullable(directory.group("around")).orElse("");
      return Stream.of("", "up/", "do/", "deploy/", "forward/", "migrate/", "migrations/")
          .anyMatch(d -> file.folder().has(around + d + directory.group("file")));
    }
    if (UNDO.matcher(file.relative()).matches()) {
      return true;
    }
    Matcher backward = BACKWARD.matcher(file.relative());
    if (!backward.matches()) {
      return false;
    }
    String mark = backward.group("mark");
    if (mark == null || mark.equals(".")) {
      return true;
    }
    String stem = backward.group("stem");
    String bare = stem.substring(0, stem.length() - 1);
    return Stream.of(bare, stem + "up", bare + ".up").anyMatch(f -> file.folder().has(f + ".sql"));
  }

  private static Migration read(
      SourceFile file, PsqlScript psql, Reading reading, boolean freshSession) {
    Matcher name = NAME.matcher(file.name());
    boolean numbered = name.matches();
    String version = numbered ? name.group("version") : file.stem();
    return new Migration(
        version,
        version,
        numbered
            ? name.group("name").replaceFirst("^[._\\- ]+", "").replaceFirst("\\.up$", "")
            : "",
        file.shown(),
        "",
        false,
        freshSession,
        psql.run(forward(reading.text(file))));
  }

  /** Where a file marks both ways, only the first part is meant to run. */
  private static FileText forward(FileText text) {
    return text.text().contains("--") && MARKS.pairIn(text.text())
        ? new FileText(
            text.path(), text.file(), text.text().substring(0, MARKS.pair(text.text()).to()))
        : text;
  }

  /** What pg_dump writes first; nobody lets the next file run in such a session. */
  private static boolean leavesNoPath(Statement statement) {
    return statement.text().startsWith("SELECT pg_catalog.set_config('search_path', '', false)");
  }
}
