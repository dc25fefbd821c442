package dev.drift.engine.render.tool;

/**
 * A file to be written.
 *
 * @param path relative to the directory of migrations
 * @param replaces whether it is there already and is written anew
 */
public record MigrationFile(String path, String text, boolean replaces) {
  static MigrationFile of(String path, String text) {
    return new MigrationFile(path, text, false);
  }
}
