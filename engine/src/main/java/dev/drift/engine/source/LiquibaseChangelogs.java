package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase's changelogs in XML, YAML and JSON, of which only {@code include} and {@code
 * includeAll} are read: they say in which order the SQL files come.
 */
final class LiquibaseChangelogs {
  private static final Pattern CHANGELOG = Pattern.compile("(?i).*\\.(xml|ya?ml|json)");
  private static final Pattern INCLUDE =
      Pattern.compile(
          "\\binclude(?<all>All)?\\b[^<>]*?\\b(?:file|path)\"?\\s*[:=]\\s*[\"']?"
              + "(?:classpath:)?/?(?<file>[^\"'\\s>,}]+)");
  private static final Pattern OWN_CHANGES = Pattern.compile("<changeSet\\b|\"?changeSet\"?\\s*:");
  private static final String ROOT = "databaseChangeLog";

  private final Folder folder;
  private final Reading reading;
  private final List<SourceFile> all;
  private final Set<SourceFile> reached = new HashSet<>();

  LiquibaseChangelogs(Folder folder, Reading reading) {
    this.folder = folder;
    this.reading = reading;
    this.all = folder.files().stream().map(folder::file).toList();
  }

  /** {@return whether a changelog that is no SQL is among the files} */
  boolean exist() {
    return !changelogs().isEmpty();
  }

  /** {@return the SQL files that the changelogs include, in their order} */
  Collection<SourceFile> files() {
    var files = new LinkedHashSet<SourceFile>();
    List<SourceFile> changelogs = changelogs();
    var inner = new HashSet<SourceFile>();
    for (SourceFile changelog : changelogs) {
      inner.addAll(included(changelog));
    }
    changelogs.stream().filter(c -> !inner.contains(c)).forEach(c -> follow(c, files));
    changelogs.forEach(c -> follow(c, files));
    return files;
  }

  private List<SourceFile> changelogs() {
    return folder.matching(CHANGELOG).stream()
        .filter(f -> reading.text(f).text().contains(ROOT))
        .toList();
  }

  private void follow(SourceFile changelog, Set<SourceFile> files) {
    if (!reached.add(changelog)) {
      return;
    }
    FileText text = reading.text(changelog);
    Matcher own = OWN_CHANGES.matcher(text.text());
    if (own.find()) {
      reading.problem(
          Problem.Kind.OPAQUE,
          text.file(),
          text.place(own.start()),
          "changes in XML, YAML or JSON are not read, of Liquibase's changelogs only formatted SQL"
              + " is; what \"liquibase update-sql\" prints can be read with --tool schema");
    }
    for (SourceFile file : included(changelog)) {
      if (file.name().endsWith(".sql")) {
        files.add(file);
      } else if (CHANGELOG.matcher(file.name()).matches()) {
        follow(file, files);
      }
    }
  }

  private List<SourceFile> included(SourceFile changelog) {
    var files = new ArrayList<SourceFile>();
    Matcher include = INCLUDE.matcher(reading.text(changelog).text());
    while (include.find()) {
      String named = include.group("file").replaceFirst("^(\\./)+", "");
      if (include.group("all") != null) {
        String directory = named.endsWith("/") ? named : named + "/";
        all.stream().filter(f -> isIn(f, directory, changelog)).forEach(files::add);
      } else {
        all.stream().filter(f -> isNamed(f, named, changelog)).findFirst().ifPresent(files::add);
      }
    }
    files.remove(changelog);
    return files;
  }

  /** Paths may be relative to the changelog, to this directory, or to one around it. */
  private static boolean isNamed(SourceFile file, String named, SourceFile changelog) {
    return file.relative().equals(beside(changelog) + named)
        || file.relative().equals(named)
        || named.endsWith("/" + file.relative())
        || file.relative().endsWith("/" + named);
  }

  private static boolean isIn(SourceFile file, String directory, SourceFile changelog) {
    String path = file.directory() + "/";
    return path.startsWith(beside(changelog) + directory)
        || path.startsWith(directory)
        || ("/" + directory).endsWith("/" + path)
        || path.contains("/" + directory);
  }

  private static String beside(SourceFile changelog) {
    return changelog.directory().isEmpty() ? "" : changelog.directory() + "/";
  }
}
