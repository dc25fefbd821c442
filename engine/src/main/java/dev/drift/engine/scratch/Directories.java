package dev.drift.engine.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where unpacked binaries and data directories live. */
final class Directories {
  private Directories() {}

  /**
   * {@return a directory of this user's for unpacked binaries: {@code $XDG_CACHE_HOME}, {@code
   * ~/.cache}, or where neither can be written or {@code forOthers} must read it, the temporary
   * directory}
   */
  static Path cache(boolean forOthers) throws IOException {
    List<Path> candidates = new ArrayList<>();
    if (!forOthers) {
      Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
          .filter(value -> value.startsWith("/"))
          .ifPresent(value -> candidates.add(Path.of(value, "drift", "postgres")));
      candidates.add(Path.of(System.getProperty("user.home"), ".cache", "drift", "postgres"));
    }
    candidates.add(temporary().resolve("drift-postgres-" + Account.uid()));
    for (Path candidate : candidates) {
      if (isUsable(candidate)) {
        return candidate;
      }
    }
    return Files.createTempDirectory("drift-postgres-");
  }

  /** {@return a new directory for a server's data, readable by its owner alone} */
  static Path data() throws IOException {
    return Files.createTempDirectory(temporary(), "drift-scratch-");
  }

  /** Deletes a directory with all that is in it; what is already gone is no error. */
  static void delete(Path directory) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }

  /** Somebody else's directory is not: it could hold anything under PostgreSQL's names. */
  private static boolean isUsable(Path candidate) {
    try {
      Files.createDirectories(
          candidate,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Path probe = Files.createTempFile(candidate, "probe-", "");
      Files.delete(probe);
      return Files.getAttribute(candidate, "unix:uid").equals(Account.uid());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
