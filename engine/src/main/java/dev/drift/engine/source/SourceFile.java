package dev.drift.engine.source;

import java.nio.file.Path;

/**
 * A file of a migrations directory.
 *
 * @param folder the directory that was named
 * @param relative its path there, with slashes
 */
record SourceFile(Folder folder, String relative) {

  Path path() {
    return folder.path().resolve(relative);
  }

  /** {@return its path as reports show it} */
  String shown() {
    return folder.prefix() + relative;
  }

  /** {@return its name without directories} */
  String name() {
    return relative.substring(relative.lastIndexOf('/') + 1);
  }

  /** {@return its name without directories and without its last extension} */
  String stem() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** {@return the relative path of its directory; empty for the migrations directory itself} */
  String directory() {
    int slash = relative.lastIndexOf('/');
    return slash < 0 ? "" : relative.substring(0, slash);
  }
}
