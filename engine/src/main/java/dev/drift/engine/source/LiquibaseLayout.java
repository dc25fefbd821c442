package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase's formatted SQL: files that start with {@code --liquibase formatted sql} and hold
 * {@code --changeset author:id} sections, each recorded by its own. Files follow the order in which
 * an XML, YAML or JSON changelog names them, the others their names; changes that are written in
 * such a changelog itself are not read.
 */
final class LiquibaseLayout implements Layout {
  private static final Pattern SQL = Pattern.compile(".*\\.sql");
  private static final Pattern CHANGELOG = Pattern.compile("(?i).*\\.(xml|ya?ml|json)");
  private static final Pattern HEAD =
      Pattern.compile("\\s*--\\s*liquibase\\s+formatted\\s+sql.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("(?:file|path)\"?\\s*[:=]\\s*[\"']?(?<file>[^\"'\\s>,}]+\\.sql)\\b");
  private static final Pattern OWN_CHANGES = Pattern.compile("<changeSet\\b|\"?changeSet\"?\\s*:");

  @Override
  public String tool() {
    return "liquibase";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(SQL).stream().anyMatch(f -> isFormatted(f, reading))
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var files = new LinkedHashSet<SourceFile>();
    for (Folder folder : folders) {
      for (SourceFile changelog : folder.matching(CHANGELOG)) {
        files.addAll(named(changelog, reading));
      }
    }
    for (Folder folder : folders) {
      folder.matching(SQL).stream()
          .sorted(Comparator.comparing(SourceFile::relative))
          .forEach(files::add);
    }
    var migrations = new ArrayList<Migration>();
    for (SourceFile file : files) {
      if (isFormatted(file, reading)) {
        migrations.addAll(LiquibaseChangesets.read(file, reading));
      }
    }
    return migrations;
  }

  private static boolean isFormatted(SourceFile file, Reading reading) {
    return reading.text(file).text().lines().findFirst().stream()
        .anyMatch(l -> HEAD.matcher(l).matches());
  }

  /** {@return the SQL files that a changelog includes, in its order} */
  private static List<SourceFile> named(SourceFile changelog, Reading reading) {
    FileText text = reading.text(changelog);
    Matcher own = OWN_CHANGES.matcher(text.text());
    if (own.find()) {
      reading.problem(
          Problem.Kind.OPAQUE,
          text.file(),
          text.place(own.start()),
          "changes in XML, YAML or JSON are not read; of Liquibase's changelogs only formatted SQL"
              + " is");
    }
    var files = new ArrayList<SourceFile>();
    Matcher named = NAMED.matcher(text.text());
    while (named.find()) {
      String file = named.group("file");
      changelog.folder().matching(SQL).stream()
          .filter(
              f ->
                  file.equals(f.relative())
                      || file.endsWith("/" + f.relative())
                      || f.relative().endsWith("/" + file))
          .findFirst()
          .ifPresent(files::add);
    }
    return files;
  }
}
