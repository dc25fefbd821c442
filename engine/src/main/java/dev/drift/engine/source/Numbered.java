package dev.drift.engine.source;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file whose name starts with a number that is its version.
 *
 * @param file where it is
 * @param version the digits, as written
 * @param name the rest of the name, without separator and extension
 */
record Numbered(SourceFile file, String version, String name) {

  static final Comparator<Numbered> BY_NUMBER =
      Comparator.comparing((Numbered n) -> new BigInteger(n.version))
          .thenComparing(n -> n.file.relative());

  static final Comparator<Numbered> BY_FILE_NAME =
      Comparator.comparing((Numbered n) -> n.file.name()).thenComparing(n -> n.file.relative());

  /** {@return the files whose path matches {@code pattern}, whose groups are version and name} */
  static List<Numbered> find(List<Folder> folders, Pattern pattern) {
    var found = new ArrayList<Numbered>();
    for (Folder folder : folders) {
      for (String path : folder.files()) {
        Matcher matcher = pattern.matcher(path);
        if (matcher.matches()) {
          found.add(
              new Numbered(folder.file(path), matcher.group("version"), matcher.group("name")));
        }
      }
    }
    return found;
  }

  /** {@return the same files, ordered by number} */
  static List<Numbered> inOrder(List<Folder> folders, Pattern pattern) {
    List<Numbered> files = find(folders, pattern);
    files.sort(BY_NUMBER);
    return files;
  }

  /** {@return the version without leading zeros, as a number column holds it} */
  String number() {
    return new BigInteger(version).toString();
  }
}
