package dev.drift.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog queries: one {@code .sql} resource a family. A line that ends in {@code -- from 14}
 * is for servers of that major version and later, one that ends in {@code -- to 13} for those up to
 * it, {@code -- from 14 to 17} for those between.
 */
final class CatalogQuery {
  private static final Pattern MARK =
      Pattern.compile("-- (?=from |to )(?:from (\\d+))? ?(?:to (\\d+))?\\s*$");

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private CatalogQuery() {}

  /** {@return the query of the family {@code name} for a server of version {@code major}} */
  static String load(String name, int major) {
    return forMajor(text(name), major);
  }

  /** {@return the query of the family {@code name} for servers of all versions, read once} */
  static String text(String name) {
    return TEXTS.computeIfAbsent(name, family -> resource(family + ".sql"));
  }

  /** {@return {@code sql} without the lines that are not for version {@code major}} */
  static String forMajor(String sql, int major) {
    var kept = new StringBuilder(sql.length());
    sql.lines().filter(line -> isFor(line, major)).forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }

  private static boolean isFor(String line, int major) {
    int comment = line.lastIndexOf("-- ");
    if (comment < 0) {
      return true;
    }
    Matcher mark = MARK.matcher(line).region(comment, line.length());
    if (!mark.find()) {
      return true;
    }
    String from = mark.group(1);
    String to = mark.group(2);
    return (from == null || major >= Integer.parseInt(from))
        && (to == null || major <= Integer.parseInt(to));
  }

  private static String resource(String name) {
    try (InputStream in = CatalogQuery.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
