package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions on the row of pg_index {@code i} and that of the index in pg_class {@code c}. */
final class IndexShape {
  private IndexShape() {}

  /** {@return that component {@code attribute} is as {@code object} has it} */
  static String of(SchemaObject object, String attribute) {
    return switch (object) {
      case Index index -> index(index, attribute);
      case PrimaryKey key -> attribute.equals("include") ? include(key.include()) : "true";
      case Unique unique ->
          switch (attribute) {
            case "include" -> include(unique.include());
            case "nullsNotDistinct" -> flag("i.indnullsnotdistinct", unique.nullsNotDistinct());
            default -> "true";
          };
      case Exclusion exclusion ->
          switch (attribute) {
            case "method" -> method(exclusion.method());
            case "include" -> include(exclusion.include());
            case "elements" ->
                keys(exclusion.elements().stream().map(Exclusion.Element::key).toList())
                    + " AND "
                    + operators(exclusion);
            case "predicate" -> predicate(exclusion.predicate());
            default -> "true";
          };
      default -> "true";
    };
  }

  private static String index(Index index, String attribute) {
    return switch (attribute) {
      case "unique" -> flag("i.indisunique", index.unique());
      case "method" -> method(index.method());
      case "keys" -> keys(index.keys());
      case "include" -> include(index.include());
      case "nullsNotDistinct" -> flag("i.indnullsnotdistinct", index.nullsNotDistinct());
      case "predicate" -> predicate(index.predicate());
      case "valid" -> flag("i.indisvalid", index.valid());
      default -> "true";
    };
  }

  private static String flag(String column, boolean value) {
    return (value ? "" : "NOT ") + column;
  }

  private static String method(String method) {
    return "(SELECT amname FROM pg_am WHERE oid = c.relam) = " + literal(method);
  }

  private static String predicate(Optional<Expression> predicate) {
    return Shape.textIs(
        "pg_get_expr(i.indpred, i.indrelid)", predicate.map(expression -> expression.sql()));
  }

  private static String include(List<String> columns) {
    return "ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u(n,"
        + " place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.n WHERE"
        + " u.place > i.indnkeyatts ORDER BY u.place) = "
        + Shape.textArray(columns);
  }

  private static String keys(List<IndexKey> keys) {
    String names =
        "ARRAY(SELECT coalesce(a.attname::text, '') FROM unnest(i.indkey::int2[]) WITH ORDINALITY"
            + " AS u(n, place) LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum ="
            + " u.n AND u.n > 0 WHERE u.place <= i.indnkeyatts ORDER BY u.place) = "
            + Shape.textArray(keys.stream().map(IndexShape::columnName).toList());
    String orders =
        "i.indoption::text = "
            + literal(
                keys.stream()
                    .map(key -> (key.descending() ? 1 : 0) + (key.nullsFirst() ? 2 : 0) + "")
                    .collect(Collectors.joining(" ")));
    String expressions =
        Shape.wordsAre(
            "coalesce(pg_get_expr(i.indexprs, i.indrelid), '')",
            keys.stream()
                .filter(key -> !key.column())
                .map(key -> key.expression().sql())
                .collect(Collectors.joining(",")));
    String collations =
        "ARRAY(SELECT coalesce((SELECT x.collname::text FROM pg_collation x WHERE x.oid = u.n AND"
            + " x.collname <> 'default'), '') FROM unnest(i.indcollation::oid[]) WITH ORDINALITY AS"
            + " u(n, place) WHERE u.place <= i.indnkeyatts ORDER BY u.place) @> "
            + Shape.textArray(
                keys.stream()
                    .flatMap(key -> key.collation().stream())
                    .map(name -> name.name())
                    .toList());
    return String.join(
        " AND ", names, orders, classes(keys), classOptions(keys), expressions, collations);
  }

  /** A class with options is written even where it is the default. */
  private static String classes(List<IndexKey> keys) {
    String written =
        Shape.textArray(
            keys.stream()
                .map(key -> key.operatorClass().map(name -> name.name()).orElse(""))
                .toList());
    return "ARRAY(SELECT CASE WHEN o.opcdefault"
        + (keys.stream().allMatch(key -> key.operatorClassOptions().isEmpty())
            ? ""
            : " AND (" + written + ")[u.place] = ''")
        + " THEN '' ELSE o.opcname::text END FROM"
        + " unnest(i.indclass::oid[]) WITH ORDINALITY AS u(n, place) JOIN pg_opclass o ON o.oid"
        + " = u.n WHERE u.place <= i.indnkeyatts ORDER BY u.place) = "
        + written;
  }

  private static String classOptions(List<IndexKey> keys) {
    if (keys.stream().allMatch(key -> key.operatorClassOptions().isEmpty())) {
      return "NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND"
          + " a.attoptions IS NOT NULL)";
    }
    return "ARRAY(SELECT coalesce((SELECT string_agg(o, ',' ORDER BY o COLLATE \"C\") FROM"
        + " unnest(a.attoptions) AS o), '') FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND"
        + " a.attnum <= i.indnkeyatts ORDER BY a.attnum) = "
        + Shape.textArray(
            keys.stream()
                .map(
                    key ->
                        key.operatorClassOptions().entrySet().stream()
                            .map(option -> option.getKey() + "=" + option.getValue())
                            .collect(Collectors.joining(",")))
                .toList());
  }

  private static String operators(Exclusion exclusion) {
    return "ARRAY(SELECT o.oprname::text FROM unnest(k.conexclop) WITH ORDINALITY AS u(n, place)"
        + " JOIN pg_operator o ON o.oid = u.n ORDER BY u.place) = "
        + Shape.textArray(exclusion.elements().stream().map(Exclusion.Element::operator).toList());
  }

  private static String columnName(IndexKey key) {
    List<Token> tokens = Tokenizer.tokenize(key.expression().sql());
    return key.column() && tokens.size() == 1 ? tokens.getFirst().value() : "";
  }
}
