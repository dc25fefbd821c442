package dev.drift.engine;

import dev.drift.engine.diff.Baseline;
import dev.drift.engine.render.BaselineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A baseline in a file: the JSON report of an earlier check. */
final class BaselineFile {
  private BaselineFile() {}

  static Baseline read(Path file) {
    try {
      return BaselineJson.read(Files.readString(file));
    } catch (IOException e) {
      throw new DriftException(
          "the baseline %s cannot be read (%s): make it with drift check --format json --output %s"
              .formatted(file, e.getMessage(), file),
          e);
    }
  }
}
