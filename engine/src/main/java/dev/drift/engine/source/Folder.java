package dev.drift.engine.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A directory that was named with {@code --migrations}, or a single file.
 *
 * @param path the directory
 * @param prefix what its files' names start with in reports: empty for an only directory
 * @param single whether it was a file that was named
 * @param files the paths of all files below it, relative, with slashes, in byte order
 */
record Folder(Path path, String prefix, boolean single, List<String> files) {
  private static final int DEPTH = 12;
  private static final List<String> PROGRAMS =
      List.of(".rb", ".py", ".ts", ".js", ".php", ".java", ".kt", ".go", ".exs", ".xml", ".yaml");
  private static final String INNER = "migrations";

  Folder {
    files = List.copyOf(files);
  }

  /** {@return what {@code path} holds}; fails with a clear message if it cannot be read. */
  static Folder open(Path path) {
    if (!Files.exists(path)) {
      throw new SourceException(
          "migrations: " + path + " does not exist; say --migrations DIR with the right directory");
    }
    if (!Files.isReadable(path)) {
      throw new SourceException("migrations: " + path + " is not readable; check its permissions");
    }
    if (Files.isRegularFile(path)) {
      Path parent = path.toAbsolutePath().getParent();
      Path name = path.getFileName();
      return new Folder(parent == null ? path : parent, "", true, List.of(String.valueOf(name)));
    }
    List<String> files = list(path);
    if (files.isEmpty()) {
      throw new SourceException(
          "migrations: " + path + " is empty; say --migrations DIR with the right directory");
    }
    Folder folder = new Folder(path, "", false, files);
    return folder.isProject()
        ? new Folder(path.resolve(INNER), "", false, list(path.resolve(INNER)))
        : folder;
  }

  /** A directory of Prisma or Supabase, or any that keeps SQL in its {@code migrations} only. */
  private boolean isProject() {
    boolean inner = files.stream().anyMatch(f -> f.startsWith(INNER + "/") && f.endsWith(".sql"));
    boolean outer = files.stream().anyMatch(f -> !f.startsWith(INNER + "/") && f.endsWith(".sql"));
    return inner && (!outer || has("config.toml") || has("schema.prisma"));
  }

  /** {@return the directories below this one, outer before inner} */
  List<Folder> directories() {
    var names = new TreeSet<String>();
    for (String file : files) {
      for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
        names.add(file.substring(0, slash));
      }
    }
    return names.stream().map(this::directory).toList();
  }

  private Folder directory(String name) {
    List<String> inside =
        files.stream()
            .filter(f -> f.startsWith(name + "/"))
            .map(f -> f.substring(name.length() + 1))
            .toList();
    return new Folder(path.resolve(name), prefix + name + "/", false, inside);
  }

  Folder withPrefix(String shown) {
    return new Folder(path, shown, single, files);
  }

  /** {@return all files whose relative path matches {@code pattern} wholly} */
  List<SourceFile> matching(Pattern pattern) {
    return files.stream()
        .filter(f -> pattern.matcher(f).matches())
        .map(f -> new SourceFile(this, f))
        .toList();
  }

  /** {@return the file of this relative path} */
  SourceFile file(String relative) {
    return new SourceFile(this, relative);
  }

  boolean has(String relative) {
    return Collections.binarySearch(files, relative) >= 0;
  }

  /** {@return the extension of the programs in it, if migrations may be written in them} */
  Optional<String> programs() {
    return PROGRAMS.stream().filter(e -> files.stream().anyMatch(f -> f.endsWith(e))).findFirst();
  }

  private static List<String> list(Path root) {
    var files = new ArrayList<String>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          DEPTH,
          new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              String name = String.valueOf(dir.getFileName());
              boolean passedOver = name.startsWith(".") || name.equals("node_modules");
              return passedOver && !dir.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            /** A link to a directory around it, or to nothing, is no migration. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (failure instanceof AccessDeniedException) {
                throw failure;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!String.valueOf(file.getFileName()).startsWith(".")) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (AccessDeniedException e) {
      throw new SourceException(
          "migrations: " + e.getFile() + " is not readable; check its permissions", e);
    } catch (IOException e) {
      throw new SourceException("migrations: " + root + " cannot be read: " + e.getMessage(), e);
    }
    files.sort(null);
    return files;
  }
}
