package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Liquibase's formatted SQL: files that start with {@code --liquibase formatted sql} and hold
 * {@code --changeset author:id} sections, each recorded by its own. Files follow the order in which
 * an XML, YAML or JSON changelog names them, the others their names; changes that are written in
 * such a changelog itself are not read, which is said. Contexts and labels leave nothing out, as
 * when Liquibase is given none.
 */
final class LiquibaseLayout implements Layout {
  private static final Pattern SQL = Pattern.compile(".*\\.sql");
  private static final Pattern HEAD =
      Pattern.compile("\\s*--\\s*liquibase\\s*formatted.*", Pattern.CASE_INSENSITIVE);

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
      files.addAll(new LiquibaseChangelogs(folder, reading).files());
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
    return reading
        .text(file)
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> HEAD.matcher(line).matches())
        .isPresent();
  }
}
