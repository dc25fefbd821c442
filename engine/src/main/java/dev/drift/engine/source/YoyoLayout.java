package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * yoyo (Python): files named as one likes, ordered by name, but each behind those that its {@code
 * -- depends:} comment names; {@code -- transactional: false}. {@code .rollback.sql} files are left
 * out, {@code post-apply.sql} comes last.
 */
final class YoyoLayout implements Layout {
  private static final Pattern FILE =
      Pattern.compile("[^/]*(?<!\\.rollback)\\.sql|[^/_.][^/]*\\.py");
  private static final Pattern SQL = Pattern.compile("[^/]*(?<!\\.rollback)\\.sql");

  private static final Pattern DEPENDS =
      Pattern.compile("(?m)^[ \\t]*--[ \\t]*depends[ \\t]*:(?<names>.*)$");
  private static final Pattern NOT_TRANSACTIONAL =
      Pattern.compile("(?m)^[ \\t]*--[ \\t]*transactional[ \\t]*:[ \\t]*false[ \\t\\r]*$");

  @Override
  public String tool() {
    return "yoyo";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(SQL).stream()
            .anyMatch(f -> DEPENDS.matcher(reading.text(f).head()).find())
        ? Likeness.POSSIBLE
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    folders.stream()
        .flatMap(f -> f.matching(FILE).stream())
        .sorted((a, b) -> a.stem().compareTo(b.stem()))
        .forEach(f -> files.put(f.stem(), f));
    var last = new ArrayList<SourceFile>();
    files.keySet().stream().filter(n -> n.startsWith("post-apply")).toList().stream()
        .map(files::remove)
        .forEach(last::add);
    Set<SourceFile> ordered = new LinkedHashSet<>();
    files.values().forEach(f -> add(f, files, reading, new LinkedHashSet<>(), ordered));
    ordered.addAll(last);
    ordered.stream()
        .filter(f -> !SQL.matcher(f.relative()).matches())
        .forEach(f -> reading.program(f, "Python"));
    return ordered.stream()
        .filter(f -> SQL.matcher(f.relative()).matches())
        .map(f -> read(f, last.contains(f), reading))
        .toList();
  }

  /** Adds what {@code file} depends on, then itself. */
  private static void add(
      SourceFile file,
      Map<String, SourceFile> files,
      Reading reading,
      Set<SourceFile> waiting,
      Set<SourceFile> ordered) {
    if (ordered.contains(file) || !waiting.add(file)) {
      return;
    }
    FileText text = reading.text(file);
    Matcher depends = DEPENDS.matcher(text.head());
    while (depends.find()) {
      for (String name : depends.group("names").strip().split("\\s+")) {
        Optional<SourceFile> other = Optional.ofNullable(files.get(name));
        other.ifPresent(o -> add(o, files, reading, waiting, ordered));
        if (other.isEmpty() && !name.isEmpty()) {
          reading.unparsed(
              text, depends.start(), "the migration " + name + ", which it names, is not there");
        }
      }
    }
    ordered.add(file);
  }

  private static Migration read(SourceFile file, boolean repeated, Reading reading) {
    FileText text = reading.text(file);
    String version = repeated ? "" : file.stem();
    return new Migration(
        version,
        version,
        "",
        file.shown(),
        "",
        !NOT_TRANSACTIONAL.matcher(text.head()).find(),
        false,
        reading.statements(text));
  }
}
