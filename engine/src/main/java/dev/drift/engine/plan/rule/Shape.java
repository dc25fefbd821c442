package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL conditions and scalars over {@code pg_catalog} that tell what is there, for guards. They hold
 * under an empty search path and on every supported version.
 */
final class Shape {
  private static final int LONGEST_LITERAL = 120;
  private static final Pattern LISTED =
      Pattern.compile("(\\.(?:\"[^\"]*\"|\\w+) (?:\"[^\"]*\"|\\w+))\\([^()]*\\)");

  private Shape() {}

  /** {@return the oid of a relation, null if it is not there} */
  static String relation(String schema, String name) {
    return "to_regclass(" + literal(quote(schema, name)) + ")";
  }

  /** {@return the oid of the relation that {@code part} belongs to} */
  static String owner(ObjectId part) {
    return relation(part.schema(), part.parent());
  }

  /** {@return that there is a relation of that name} */
  static String relationExists(ObjectId id) {
    return relation(id.schema(), id.name()) + " IS NOT NULL";
  }

  /** {@return that there is a relation of that name and one of these {@code relkind}s} */
  static String relationIs(ObjectId id, String kinds) {
    return "EXISTS (SELECT FROM pg_class WHERE oid = "
        + relation(id.schema(), id.name())
        + " AND relkind IN ("
        + kinds.chars().mapToObj(kind -> "'" + (char) kind + "'").collect(Collectors.joining(", "))
        + "))";
  }

  /** {@return that the row of pg_class of that relation fulfils {@code condition}} */
  static String relationHas(ObjectId id, String condition) {
    return "EXISTS (SELECT FROM pg_class c WHERE c.oid = "
        + relation(id.schema(), id.name())
        + " AND "
        + condition
        + ")";
  }

  /** {@return that there is this column} */
  static String columnExists(ObjectId column) {
    return columnHas(column, "true");
  }

  /** {@return that there is this column and its row of pg_attribute {@code a} is so} */
  static String columnHas(ObjectId column, String condition) {
    return "EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = "
        + owner(column)
        + " AND a.attname = "
        + literal(column.name())
        + " AND NOT a.attisdropped"
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }

  /** {@return the column's default or generating expression, null if it has none} */
  static String columnDefault(ObjectId column) {
    return "(SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d JOIN pg_attribute a"
        + " ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE d.adrelid = "
        + owner(column)
        + " AND a.attname = "
        + literal(column.name())
        + " AND NOT a.attisdropped)";
  }

  /** {@return that the type of this oid is {@code type}, whose modifier does not count} */
  static String plainTypeIs(String oid, TypeName type) {
    String formatted = "format_type(" + oid + ", NULL)";
    return type.schema().equals("pg_catalog")
        ? formatted + " = " + literal(Types.argument(type))
        : typeIs(formatted, type.plain());
  }

  /**
   * {@return that {@code formatted}, a format_type text, is {@code type}}; which names it quotes
   * differs between versions, so quotes do not count
   */
  static String typeIs(String formatted, TypeName type) {
    String text = Types.sql(type);
    String printed = text.contains("\"") ? "replace(" + formatted + ", '\"', '')" : formatted;
    String wanted = text.replace("\"", "");
    if (Types.hasOwnModifier(type)) {
      return printed + " LIKE " + literal("%" + type.name() + "(%)" + (type.array() ? "[]" : ""));
    }
    if (!type.schema().isEmpty()) {
      return printed + " = " + literal(wanted);
    }
    return "("
        + printed
        + " = "
        + literal(wanted)
        + " OR "
        + printed
        + " LIKE "
        + literal("%." + wanted)
        + ")";
  }

  /** {@return that the relation {@code part} belongs to has this constraint, and it is so} */
  static String constraintHas(ObjectId constraint, String condition) {
    return "EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = "
        + owner(constraint)
        + " AND k.conname = "
        + literal(constraint.name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }

  /** {@return the oid of a type, null if it is not there} */
  static String type(ObjectId id) {
    return "to_regtype(" + literal(quote(id.schema(), id.name())) + ")";
  }

  /**
   * {@return that there is this type and that it is of its own kind: an enum can have the name of
   * the domain that it stands for, and a table's rows are a type, too}
   */
  static String isType(ObjectId id) {
    String kind =
        switch (id.kind()) {
          case DOMAIN -> "t.typtype = 'd'";
          case ENUM -> "t.typtype = 'e'";
          case RANGE_TYPE -> "t.typtype = 'r'";
          case COMPOSITE_TYPE ->
              "(SELECT c.relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c'";
          default -> throw new IllegalArgumentException(id.toString());
        };
    return "EXISTS (SELECT FROM pg_type t WHERE t.oid = " + type(id) + " AND " + kind + ")";
  }

  /** {@return that a text the server prints is {@code old}, parentheses around it aside} */
  static String textIs(String printed, String old) {
    String bare = bare(old);
    return bare.length() <= LONGEST_LITERAL && bare.indexOf('\n') < 0
        ? "btrim(" + printed + ", E'() ;\\n') = " + literal(bare)
        : "md5(btrim(" + printed + ", E'() ;\\n')) = " + literal(Digest.md5(bare));
  }

  /**
   * {@return that a query, or a condition with one in it, that the server prints is {@code old}}
   * The server breaks lines before every clause; a query in one line was printed by drift after
   * something in it was renamed, and has other blanks and parentheses. A list of aliases, {@code
   * s.t x(a, b)}, has every column that the table has by then.
   */
  static String queryIs(String printed, String old) {
    boolean asPrinted = old.indexOf('\n') >= 0 || !old.contains("SELECT");
    String unlisted = LISTED.matcher(old).replaceAll("$1");
    return unlisted.equals(old)
        ? asPrinted ? textIs(printed, old) : wordsAre(printed, old)
        : wordsAre(
            "regexp_replace(" + printed + ", " + literal(LISTED.pattern()) + ", '\\1', 'g')",
            unlisted);
  }

  /** {@return that a text the server prints is {@code old}, blanks and parentheses aside} */
  static String wordsAre(String printed, String old) {
    String words = words(old);
    return words.length() <= LONGEST_LITERAL
        ? wordsOf(printed) + " = " + literal(words)
        : "md5(" + wordsOf(printed) + ") = " + literal(Digest.md5(words));
  }

  /** {@return SQL for what the server prints, without blanks and parentheses} */
  static String wordsOf(String printed) {
    return "translate(" + printed + ", E'() ;\\n', '')";
  }

  /** {@return a text as {@link #wordsOf} makes the server's} */
  static String words(String text) {
    return text.replaceAll("[() ;\n]", "");
  }

  /** {@return that a condition the server may or may not have is {@code old}} */
  static String queryIs(String printed, Optional<String> old) {
    return old.map(text -> queryIs(printed, text)).orElse(printed + " IS NULL");
  }

  /** {@return that a text the server may or may not have is {@code old}} */
  static String textIs(String printed, Optional<String> old) {
    return old.map(text -> textIs(printed, text)).orElse(printed + " IS NULL");
  }

  /** {@return the conditions joined by AND} */
  static String all(Collection<String> conditions) {
    return conditions.isEmpty() ? "true" : String.join("\n   AND ", conditions);
  }

  /** {@return the names of the columns whose numbers are in the array {@code numbers}} */
  static String columnNames(String numbers, String relation) {
    return "ARRAY(SELECT a.attname::text FROM unnest("
        + numbers
        + ") WITH ORDINALITY AS u(n, place) JOIN pg_attribute a ON a.attrelid = "
        + relation
        + " AND a.attnum = u.n ORDER BY u.place)";
  }

  /** {@return an array of string constants} */
  static String textArray(Collection<String> texts) {
    return "ARRAY["
        + texts.stream().map(text -> literal(text)).collect(Collectors.joining(", "))
        + "]::text[]";
  }

  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && "() ;\n".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "() ;\n".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
