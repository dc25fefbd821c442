package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pairs of rows that an exclusion constraint would refuse. Ranges that overlap are found side by
 * side when they are sorted; else pairs are compared within groups of what has to be equal, unless
 * that would be too many.
 */
final class Conflicts {
  /** So many comparisons take seconds. */
  private static final long MOST_PAIRS = 10_000_000;

  private static final Set<String> RANGES =
      Set.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");

  /** Types whose = is what GROUP BY goes by. */
  private static final Set<String> SCALARS =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "boolean",
          "text",
          "character varying",
          "uuid",
          "date",
          "timestamp without time zone",
          "timestamp with time zone");

  private final Exclusion exclusion;
  private final Scene scene;
  private final Rows rows;
  private final List<Integer> equal = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();

  Conflicts(Exclusion exclusion, Scene scene) {
    this.exclusion = exclusion;
    this.scene = scene;
    this.rows = new Rows(exclusion.id(), scene);
    for (int i = 0; i < exclusion.elements().size(); i++) {
      (isGroup(exclusion.elements().get(i)) ? equal : others).add(i);
    }
  }

  /** What to ask. */
  record Question(String query, String findAll, String columns) {}

  /** {@return the question; empty where rows of heirs would be mistaken for the table's own} */
  Optional<Question> question() {
    ObjectId table = exclusion.id().parentTable();
    boolean alone =
        scene.actual().heirsOf(table).isEmpty()
            || scene.actual().find(table, Table.class).flatMap(Table::partitionKey).isPresent();
    if (!alone || exclusion.elements().isEmpty()) {
      return Optional.empty();
    }
    String found = isSorted() ? sorted() : paired();
    String shown = rows.key().isEmpty() ? "ctid" : Sql.names(rows.key());
    return Optional.of(
        new Question(
            "SELECT concat(drift_one, ' and ', drift_other) AS drift_key" + found + limit(),
            "SELECT drift_one, drift_other" + paired(),
            shown));
  }

  private boolean isGroup(Exclusion.Element element) {
    if (!element.operator().equals("=") || !element.key().column()) {
      return false;
    }
    TypeName type = type(element.key()).orElse(Types.UNTOLD);
    return !type.array()
        && (type.schema().equals("pg_catalog") && SCALARS.contains(type.name())
            || scene
                .actual()
                .find(ObjectId.of(Kind.ENUM, type.schema(), type.name()), EnumType.class)
                .isPresent());
  }

  private boolean isRange(int element) {
    Exclusion.Element of = exclusion.elements().get(element);
    List<Token> tokens = Tokenizer.tokenize(of.key().expression().sql());
    boolean made =
        tokens.size() > 2
            && RANGES.contains(tokens.getFirst().value())
            && tokens.get(1).isSymbol("(");
    return of.operator().equals("&&")
        && (of.key().column()
            ? type(of.key())
                .filter(type -> !type.array() && RANGES.contains(type.name()))
                .isPresent()
            : made && isOneCall(tokens));
  }

  private static boolean isOneCall(List<Token> tokens) {
    int depth = 0;
    for (int i = 1; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  private Optional<TypeName> type(IndexKey key) {
    List<Token> tokens = Tokenizer.tokenize(key.expression().sql());
    return tokens.size() == 1
        ? scene
            .actual()
            .find(
                ObjectId.column(exclusion.id().parentTable(), tokens.getFirst().value()),
                Column.class)
            .map(Column::type)
        : Optional.empty();
  }

  /** The rows that count, what is compared as {@code drift_0} and so on. */
  private String rows(String condition) {
    List<String> keys = exclusion.elements().stream().map(element -> sql(element.key())).toList();
    List<String> shown = rows.key();
    return "(SELECT t.ctid AS drift_row, "
        + (shown.isEmpty()
            ? "t.ctid::text"
            : "concat_ws(', ', "
                + shown.stream().map(name -> "t." + quote(name)).collect(Collectors.joining(", "))
                + ")")
        + " AS drift_key, "
        + IntStream.range(0, keys.size())
            .mapToObj(i -> keys.get(i) + " AS drift_" + i)
            .collect(Collectors.joining(", "))
        + " FROM "
        + rows.from()
        + " WHERE "
        + exclusion.predicate().map(where -> "(" + rows.sql(where) + ") AND ").orElse("")
        + keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "))
        + condition
        + ")";
  }

  private String sql(IndexKey key) {
    String sql = rows.sql(key.expression());
    return (key.column() ? sql : "(" + sql + ")")
        + key.collation().map(name -> " COLLATE " + Sql.name(name)).orElse("");
  }

  private boolean isSorted() {
    return others.isEmpty() || others.size() == 1 && isRange(others.getFirst());
  }

  /** Each range, or each row, with the one before it among those of its group. */
  private String sorted() {
    boolean ranges = !others.isEmpty();
    String by = ranges ? "drift_" + others.getFirst() : "drift_row";
    String over =
        " OVER ("
            + (equal.isEmpty() ? "" : "PARTITION BY " + names(equal) + " ")
            + "ORDER BY "
            + by
            + ")";
    String filled =
        ranges
            ? " AND NOT isempty(" + sql(exclusion.elements().get(others.getFirst()).key()) + ")"
            : "";
    return " FROM (SELECT drift_key AS drift_other, lag(drift_key)"
        + over
        + " AS drift_one, "
        + (ranges ? by + " && lag(" + by + ")" : "lag(drift_row)")
        + over
        + (ranges ? "" : " IS NOT NULL")
        + " AS drift_conflict FROM "
        + rows(filled)
        + " s) p WHERE drift_conflict";
  }

  private String paired() {
    return " FROM (SELECT a.drift_key AS drift_one, b.drift_key AS drift_other FROM "
        + rows("")
        + " a JOIN "
        + rows("")
        + " b ON a.drift_row < b.drift_row AND "
        + IntStream.range(0, exclusion.elements().size())
            .mapToObj(
                i ->
                    "a.drift_%1$d %2$s b.drift_%1$d"
                        .formatted(i, exclusion.elements().get(i).operator()))
            .collect(Collectors.joining(" AND "))
        + ") p";
  }

  /** Pairs are only looked for where there are not too many. */
  private String limit() {
    if (isSorted()) {
      return "";
    }
    return " WHERE (SELECT coalesce(sum(n * n), 0) FROM (SELECT count(*)::numeric AS n FROM "
        + rows("")
        + " r"
        + (equal.isEmpty() ? "" : " GROUP BY " + names(equal))
        + ") g) <= "
        + MOST_PAIRS;
  }

  private static String names(List<Integer> elements) {
    return elements.stream().map(i -> "drift_" + i).collect(Collectors.joining(", "));
  }
}
