package dev.drift.engine.ddl;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** ICU locale names as language tags, in which form PostgreSQL 16 and later keep them. */
final class LocaleTags {
  private static final Map<String, String> KEYS =
      Map.of(
          "collation", "co",
          "colstrength", "ks",
          "colnumeric", "kn",
          "colalternate", "ka",
          "colcasefirst", "kf",
          "colcaselevel", "kc",
          "colbackwards", "kb",
          "colnormalization", "kk");
  private static final Map<String, String> VALUES =
      Map.of(
          "primary", "level1",
          "secondary", "level2",
          "tertiary", "level3",
          "quaternary", "level4",
          "identical", "identic",
          "phonebook", "phonebk",
          "yes", "true",
          "no", "false",
          "non-ignorable", "noignore");

  private LocaleTags() {}

  /** {@code en_US@colStrength=secondary} → {@code en-US-u-ks-level2}; else as it stands. */
  static String of(String locale) {
    int at = locale.indexOf('@');
    String base = (at < 0 ? locale : locale.substring(0, at)).replace('_', '-');
    List<String> parts = new ArrayList<>(List.of(base.isEmpty() ? "und" : base));
    if (at >= 0) {
      var keywords = new TreeSet<String>();
      for (String keyword : locale.substring(at + 1).toLowerCase(Locale.ROOT).split(";")) {
        String[] pair = keyword.split("=", 2);
        if (pair.length < 2 || !KEYS.containsKey(pair[0])) {
          return locale;
        }
        keywords.add(KEYS.get(pair[0]) + '-' + VALUES.getOrDefault(pair[1], pair[1]));
      }
      parts.add("u");
      parts.addAll(keywords);
    }
    try {
      return new Locale.Builder().setLanguageTag(String.join("-", parts)).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      return locale;
    }
  }
}
