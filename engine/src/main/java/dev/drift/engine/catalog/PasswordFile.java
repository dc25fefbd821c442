package dev.drift.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code .pgpass}: lines {@code host:port:database:user:password} (manual section 34.16). */
final class PasswordFile {
  private static final int PASSWORD = 4;

  private PasswordFile() {}

  /**
   * {@return the password of the first line that fits}
   *
   * @param wanted host, port, database and user
   */
  static Optional<String> find(String text, List<String> wanted) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(PasswordFile::fields)
        .filter(fields -> fields.size() > PASSWORD && fits(fields, wanted))
        .map(fields -> fields.get(PASSWORD))
        .findFirst();
  }

  private static boolean fits(List<String> fields, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A backslash takes the meaning from a colon and from itself. */
  private static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
      } else if (c == ':') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
