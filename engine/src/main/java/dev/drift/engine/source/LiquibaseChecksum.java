package dev.drift.engine.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Liquibase's checksum of a formatted SQL changeset, as versions from 4.22 on record it: {@code 9:}
 * and the MD5 of the checksums of its changes, of which there is one (ChangeSet.generateCheckSum);
 * that of the change is the MD5 of its SQL without blanks (AbstractSQLChange.NormalizingStream).
 */
final class LiquibaseChecksum {
  private static final String VERSION = "9:";

  /** What the parser takes out of the SQL (AbstractFormattedChangeLogParser). */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?im)^[ \\t]*--[ \\t]*(rollback\\b|comments?:? |preconditions?\\b|validchecksum\\b"
              + "|property\\b|ignorelines\\b)[^\\n]*$");

  private static final Pattern ROLLBACK_BLOCK =
      Pattern.compile("(?is)/\\*[ \\t]*liquibase[ \\t]+rollback\\b.*?\\*/");

  private LiquibaseChecksum() {}

  /** {@return the checksum of a changeset whose line is followed by {@code text}} */
  static String of(String text) {
    String sql = DIRECTIVE.matcher(ROLLBACK_BLOCK.matcher(text).replaceAll("")).replaceAll("");
    String change = VERSION + md5(sql.replaceAll("[ \\n\\r\\t]", ""));
    return VERSION + md5(change + ":");
  }

  private static String md5(String text) {
    return Checksums.digest("MD5", text.getBytes(StandardCharsets.UTF_8));
  }
}
