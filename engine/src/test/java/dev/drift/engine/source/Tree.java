package dev.drift.engine.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small migrations directory, and what is read from it. */
record Tree(Path root) {

  Tree file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Tree file(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MigrationSet read() {
    return read("");
  }

  MigrationSet read(String directory) {
    return read(List.of(directory), Optional.empty(), Map.of());
  }

  MigrationSet as(String tool) {
    return read(List.of(""), Optional.of(tool), Map.of());
  }

  MigrationSet read(
      List<String> directories, Optional<String> tool, Map<String, String> placeholders) {
    return Migrations.read(directories.stream().map(root::resolve).toList(), tool, placeholders);
  }

  /** {@return the files, in order} */
  static List<String> files(MigrationSet set) {
    return set.migrations().stream().map(Migration::file).toList();
  }

  /** {@return {@code file:line:column text} of each statement, in order} */
  static List<String> statements(MigrationSet set) {
    return set.migrations().stream()
        .flatMap(m -> m.statements().stream())
        .map(s -> s.file() + ":" + s.line() + ":" + s.column() + " " + s.text())
        .toList();
  }

  /** {@return {@code kind file:line:column message} of each problem} */
  static List<String> problems(MigrationSet set) {
    return set.problems().stream()
        .map(p -> p.kind() + " " + p.file() + ":" + p.line() + ":" + p.column() + " " + p.message())
        .toList();
  }
}
