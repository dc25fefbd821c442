package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * goose: {@code 00003_add_users.sql} with {@code -- +goose Up} and {@code -- +goose Down} sections,
 * ordered by number; {@code NO TRANSACTION} and {@code ENVSUB} annotations.
 */
final class GooseLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)\\.sql");
  private static final Pattern GO =
      Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)(?<!_test)\\.go");
  private static final Pattern ANNOTATION =
      Pattern.compile("(?im)^[ \\t]*--[ \\t]*\\+goose[ \\t]+(?<command>.*?)[ \\t\\r]*$");

  @Override
  public String tool() {
    return "goose";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    Pattern sql = Pattern.compile("[^/]*\\.sql");
    for (SourceFile file : folder.matching(sql)) {
      if (ANNOTATION.matcher(reading.text(file).text()).find()) {
        return Likeness.CERTAIN;
      }
    }
    return Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<Numbered> files = Numbered.inOrder(folders, FILE);
    for (Numbered file : Numbered.find(folders, GO)) {
      reading.program(file.file(), "Go");
    }
    return files.stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    var up = new UpSection(text, reading);
    return new Migration(
        file.version(),
        file.number(),
        file.name(),
        file.file().shown(),
        "",
        up.transactional,
        false,
        up.statements);
  }

  /** The annotations of one file, read from top to bottom. */
  private static final class UpSection {
    private final Reading reading;
    private FileText text;
    private boolean transactional = true;
    private final List<Statement> statements = new ArrayList<>();

    UpSection(FileText text, Reading reading) {
      this.text = text;
      this.reading = reading;
      read();
    }

    private void read() {
      int up = -1;
      int down = -1;
      Matcher annotation = ANNOTATION.matcher(text.text());
      boolean substitutes = false;
      while (annotation.find()) {
        switch (annotation.group("command").replaceAll("\\s+", " ").toUpperCase(Locale.ROOT)) {
          case "UP" -> up = up < 0 ? annotation.end() : up;
          case "DOWN" -> down = down < 0 ? annotation.start() : down;
          case "NO TRANSACTION" -> transactional = false;
          case "ENVSUB ON" -> substitutes = true;
          default -> {
            // StatementBegin and StatementEnd: the statements between end where SQL says they end.
          }
        }
      }
      if (up < 0) {
        reading.unparsed(text, 0, "the file has no \"-- +goose Up\" annotation");
        return;
      }
      int end = down > up ? down : text.text().length();
      if (substitutes) {
        text = EnvironmentVariables.fill(text, up, end, reading);
        up = 0;
        end = text.text().length();
      }
      statements.addAll(reading.statements(text, up, end));
    }
  }
}
