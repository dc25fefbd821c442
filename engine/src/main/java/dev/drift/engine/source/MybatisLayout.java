package dev.drift.engine.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * MyBatis Migrations: {@code scripts/20240101120000_add_users.sql}, ordered by number, of which
 * what stands behind {@code -- //@UNDO} is left out. <code>${name}</code> is filled in where it has
 * a value, as there: one that is given, or one of {@code environments/development.properties}.
 */
final class MybatisLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)_(?<name>[^/]*)\\.sql");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^}\\s]+)\\}");
  private static final Pattern UNDO = Pattern.compile("(?m)^[ \\t]*--[ \\t]*//[ \\t]*@UNDO\\b.*$");
  private static final Marks MARKS = new Marks(UNDO, UNDO);
  private static final String SETTINGS = "environments/development.properties";

  @Override
  public String tool() {
    return "mybatis";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return MARKS.occurIn(folder, FILE, reading) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    Map<String, String> values = values(folders, reading);
    return Numbered.inOrder(folders, FILE).stream().map(f -> read(f, values, reading)).toList();
  }

  private static Map<String, String> values(List<Folder> folders, Reading reading) {
    var values = new TreeMap<>(Map.of("changelog", "CHANGELOG"));
    for (Folder folder : folders) {
      Path file = folder.path().toAbsolutePath().normalize().resolveSibling(SETTINGS);
      if (Files.isRegularFile(file)) {
        String text = reading.text(file, folder.prefix() + "../" + SETTINGS).text();
        ConfigText.read(SETTINGS, text)
            .forEach((name, setting) -> values.put(name, setting.value()));
      }
    }
    values.putAll(reading.placeholders());
    return values;
  }

  private static Migration read(Numbered file, Map<String, String> values, Reading reading) {
    FileText text = reading.text(file.file());
    FileText filled =
        Filling.fill(
            text,
            MARKS.before(text.text()),
            PLACEHOLDER,
            p -> Optional.ofNullable(values.get(p.group(1))));
    return new Migration(
        file.version(),
        file.number(),
        file.name().replace('_', ' '),
        file.file().shown(),
        "",
        true,
        false,
        reading.statements(filled));
  }
}
