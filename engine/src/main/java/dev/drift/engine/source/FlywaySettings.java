package dev.drift.engine.source;

import java.util.regex.Pattern;

/** The settings of one file, which Flyway reads from {@code NAME.sql.conf} beside it. */
final class FlywaySettings {
  private final String text;

  FlywaySettings(SourceFile file, Reading reading) {
    String conf = file.relative() + ".conf";
    this.text = file.folder().has(conf) ? reading.text(file.folder().file(conf)).text() : "";
  }

  /** {@return whether the file runs in a transaction} */
  boolean transactional() {
    return !isFalse("executeInTransaction");
  }

  /** {@return whether <code>${name}</code> is replaced} */
  boolean replacesPlaceholders() {
    return !isFalse("placeholderReplacement");
  }

  /** {@return whether the file is run at all} */
  boolean runs() {
    return !isFalse("shouldExecute");
  }

  private boolean isFalse(String key) {
    return Pattern.compile("(?m)^\\s*" + key + "\\s*=\\s*false\\s*$").matcher(text).find();
  }
}
