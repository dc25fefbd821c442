package dev.drift.engine;

import dev.drift.engine.render.tool.Directory;
import dev.drift.engine.render.tool.MigrationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The directory of migrations that a repair is written to, as one or more new ones. */
record MigrationDirectory(Path path) {
  private static final String JOURNAL = "meta/_journal.json";

  /** {@return what is in it} */
  Directory read(Instant now) {
    if (!Files.isDirectory(path)) {
      throw new DriftException(
          "%s is no directory: --output names the directory of migrations".formatted(path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      var names = new TreeSet<String>();
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
      Path journal = path.resolve(JOURNAL);
      return new Directory(
          names,
          Files.exists(journal) ? Optional.of(Files.readString(journal)) : Optional.empty(),
          now);
    } catch (IOException e) {
      throw new DriftException("cannot read %s (%s)".formatted(path, e.getMessage()), e);
    }
  }

  /** Writes the files; nothing is overwritten that is not to be replaced. */
  void write(List<MigrationFile> files) {
    for (MigrationFile file : files) {
      if (!file.replaces() && Files.exists(path.resolve(file.path()))) {
        throw new DriftException(
            "%s is there already: nothing was written".formatted(path.resolve(file.path())));
      }
    }
    for (MigrationFile file : files) {
      Path target = path.resolve(file.path());
      try {
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            file.text(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
      } catch (IOException e) {
        throw new DriftException(
            "cannot write %s (%s): choose another --output".formatted(target, e.getMessage()), e);
      }
    }
  }
}
