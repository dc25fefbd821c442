package dev.drift.benchmarks;

import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Migrations;
import dev.drift.engine.source.SourceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directories whose migrations are read and replayed, each a history of its own. */
final class Histories {
  private static final String CASE = "migrations.sql";

  private final List<Path> paths;

  private Histories(List<Path> paths) {
    this.paths = paths;
  }

  /**
   * {@return the histories in these directories}
   *
   * @param directories separated as the platform separates paths; one that holds case folders
   *     stands for all of them
   */
  static Histories in(String directories) throws IOException {
    var paths = new ArrayList<Path>();
    for (String directory : directories.split(Pattern.quote(File.pathSeparator))) {
      List<Path> cases = cases(Path.of(directory));
      paths.addAll(cases.isEmpty() ? List.of(Path.of(directory)) : cases);
    }
    return new Histories(paths);
  }

  private static List<Path> cases(Path directory) throws IOException {
    try (Stream<Path> folders = Files.list(directory)) {
      return folders.map(folder -> folder.resolve(CASE)).filter(Files::exists).sorted().toList();
    }
  }

  /** {@return no history} */
  static Histories none() {
    return new Histories(List.of());
  }

  /** {@return the migrations of each, read from its files} */
  List<List<Migration>> read() {
    var histories = new ArrayList<List<Migration>>();
    for (Path path : paths) {
      try {
        histories.add(Migrations.read(List.of(path), Optional.empty(), Map.of()).migrations());
      } catch (SourceException e) {
        System.err.println(path + " is left out: " + e.getMessage());
      }
    }
    return histories;
  }
}
