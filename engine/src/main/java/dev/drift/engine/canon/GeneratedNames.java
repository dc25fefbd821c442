package dev.drift.engine.canon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** The names that PostgreSQL gives to what a statement leaves unnamed (indexcmds.c). */
public final class GeneratedNames {
  private static final int NAME_BYTES = 63;

  private GeneratedNames() {}

  /**
   * {@return {@code name1_name2_label} in at most 63 bytes, the longer of the two names cut first}
   * An empty {@code name2} or {@code label} is left out with its underscore. ({@code
   * makeObjectName})
   */
  public static String objectName(String name1, String name2, String label) {
    int bytes1 = bytes(name1);
    int bytes2 = bytes(name2);
    int overhead = (name2.isEmpty() ? 0 : 1) + (label.isEmpty() ? 0 : bytes(label) + 1);
    int available = NAME_BYTES - overhead;
    while (bytes1 + bytes2 > available) {
      if (bytes1 > bytes2) {
        bytes1--;
      } else {
        bytes2--;
      }
    }
    var name = new StringBuilder(clip(name1, bytes1));
    if (!name2.isEmpty()) {
      name.append('_').append(clip(name2, bytes2));
    }
    if (!label.isEmpty()) {
      name.append('_').append(label);
    }
    return name.toString();
  }

  /**
   * {@return the first of {@code …_label}, {@code …_label1}, {@code …_label2} that is not taken}
   * ({@code ChooseRelationName}, {@code ChooseConstraintName})
   */
  public static String free(String name1, String name2, String label, Predicate<String> taken) {
    String name = objectName(name1, name2, label);
    for (int pass = 1; taken.test(name); pass++) {
      name = objectName(name1, name2, label + pass);
    }
    return name;
  }

  /**
   * {@return the columns' names joined by underscores, stopped once 64 bytes are reached} ({@code
   * ChooseIndexNameAddition}, {@code ChooseForeignKeyConstraintNameAddition})
   */
  public static String columns(List<String> names) {
    var joined = new StringBuilder();
    int length = 0;
    for (String name : names) {
      if (length > 0) {
        joined.append('_');
        length++;
      }
      joined.append(name);
      length += bytes(name);
      if (length > NAME_BYTES) {
        break;
      }
    }
    return joined.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The longest start of {@code text} of at most {@code limit} bytes that splits no character. */
  private static String clip(String text, int limit) {
    int bytes = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int size = bytes(Character.toString(point));
      if (bytes + size > limit) {
        break;
      }
      bytes += size;
      i += Character.charCount(point);
    }
    return text.substring(0, i);
  }

  /** {@code floatrange} → {@code floatmultirange} (makeMultirangeTypeName in pg_type.c). */
  public static String multirange(String range) {
    int at = range.indexOf("range");
    return at >= 0
        ? objectName(range.substring(0, at) + "multi" + range.substring(at), "", "")
        : objectName(range, "", "multirange");
  }
}
