package dev.drift.engine.source;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the directories above a migrations directory tell about the project it belongs to. */
final class Surroundings {
  private static final int LEVELS = 4;

  private Surroundings() {}

  /** {@return whether {@code folder} lies in a Rust crate: a Cargo.toml not far above} */
  static boolean isRust(Folder folder) {
    Path directory = folder.path().toAbsolutePath().normalize();
    for (int i = 0; i < LEVELS && directory != null; i++) {
      if (Files.exists(directory.resolve("go.mod"))) {
        return false;
      }
      if (Files.exists(directory.resolve("Cargo.toml"))) {
        return true;
      }
      directory = directory.getParent();
    }
    return false;
  }
}
