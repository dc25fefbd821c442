package dev.drift.engine.canon;

import dev.drift.engine.choice.Dice;
import java.util.List;

/** Random expressions over the tables of {@link RandomSql}. */
final class RandomExpressions {
  static final List<String> NUMBERS =
      List.of("s", "i", "l", "n", "m", "r", "d", "p", "i", "l", "n");
  static final List<String> TEXTS = List.of("x", "v", "w", "c", "g", "nm", "x", "v", "w");
  static final List<String> TIMES = List.of("dt", "ts", "tz", "ts", "tz");
  static final List<String> ARRAYS = List.of("ia", "ta", "va", "ea");
  static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "numeric(10,2)",
          "numeric(6,1)",
          "real",
          "double precision",
          "text",
          "varchar",
          "varchar(20)",
          "varchar(5)",
          "char(3)",
          "name",
          "date",
          "timestamp",
          "timestamptz",
          "timestamp(3)",
          "time",
          "interval",
          "boolean",
          "json",
          "jsonb",
          "uuid",
          "mood",
          "label",
          "amount",
          "text[]",
          "varchar[]",
          "integer[]",
          "inet",
          "bpchar",
          "bytea");

  private final Dice choose;
  private final RandomConditions conditions;

  RandomExpressions(Dice choose) {
    this.choose = choose;
    this.conditions = new RandomConditions(choose, this);
  }

  RandomConditions conditions() {
    return conditions;
  }

  String aggregate() {
    return choose.one(
        "count(*)",
        "count(DISTINCT " + any(0) + ")",
        choose.one("sum", "avg", "max", "min") + "(" + number(1) + ")",
        choose.one("max", "min") + "(" + choose.one(TIMES) + ")",
        "string_agg(" + text(0) + ", ',')",
        "array_agg(" + any(0) + " ORDER BY i)",
        "bool_or(" + conditions.bool(1) + ")",
        "json_agg(x)",
        "count(*) FILTER (WHERE " + conditions.bool(1) + ")",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY " + choose.one(NUMBERS) + ")");
  }

  /** An expression of any kind. */
  String any(int depth) {
    return switch (choose.below(depth <= 0 ? 7 : 16)) {
      case 0 -> choose.one(NUMBERS);
      case 1 -> choose.one(TEXTS);
      case 2 -> choose.one(TIMES);
      case 3 -> literal();
      case 4 -> choose.one("e", "jb", "j", "u", "b", "iv", "rg", "tm", "by", "ip", "g", "p");
      case 5 -> choose.one(ARRAYS);
      case 6 -> number(0);
      case 7, 8 -> number(depth);
      case 9, 10 -> text(depth);
      case 11 -> time();
      case 12 -> conditions.bool(depth);
      case 13 -> "(" + any(depth - 1) + ")::" + choose.one(TYPES);
      case 14 -> json();
      default -> choice(depth);
    };
  }

  String literal() {
    return choose.one(
        "'x'",
        "'12'",
        "''",
        "NULL",
        "1",
        "0",
        "2.50",
        "100000000000",
        "true",
        "'2020-01-02'",
        "'ok'",
        "'{1,2}'",
        "'a'::varchar",
        "'b'::char(3)",
        "3::bigint",
        "'4'::smallint",
        "1.5e3",
        "'{}'",
        "'1 day'::interval",
        "date '2021-03-04'",
        "'x'::text",
        "-7",
        "'5'::numeric");
  }

  private String choice(int depth) {
    String a = any(depth - 1);
    String b = any(depth - 1);
    return switch (choose.below(7)) {
      case 0 -> "coalesce(" + a + ", " + literal() + ")";
      case 1 ->
          "CASE WHEN " + conditions.bool(depth - 1) + " THEN " + a + " ELSE " + literal() + " END";
      case 2 -> "CASE WHEN " + conditions.bool(depth - 1) + " THEN " + a + " END";
      case 3 -> "nullif(" + a + ", " + literal() + ")";
      case 4 -> choose.one("greatest", "least") + "(" + a + ", " + b + ")";
      case 5 ->
          "CASE " + any(0) + " WHEN " + literal() + " THEN " + a + " ELSE " + literal() + " END";
      default -> choose.one("ARRAY[", "ARRAY[") + a + ", " + literal() + "]";
    };
  }

  String number(int depth) {
    if (depth <= 0) {
      return choose.below(3) == 0
          ? choose.one("1", "2.5", "'3'", "10", "0", "-1")
          : choose.one(NUMBERS);
    }
    return switch (choose.below(11)) {
      case 0, 1, 2 ->
          "("
              + number(depth - 1)
              + choose.one(" + ", " - ", " * ", " / ", " % ")
              + number(depth - 1)
              + ")";
      case 3 ->
          choose.one("abs", "round", "floor", "sqrt", "sign", "ceil")
              + "("
              + number(depth - 1)
              + ")";
      case 4 -> "round(" + number(depth - 1) + ", " + choose.one("2", "s", "i") + ")";
      case 5 -> choose.one("length", "char_length", "ascii") + "(" + text(depth - 1) + ")";
      case 6 ->
          choose.one("extract(epoch from ", "extract(year from ", "date_part('day', ")
              + choose.one(TIMES)
              + ")";
      case 7 ->
          number(depth - 1)
              + "::"
              + choose.one("integer", "bigint", "numeric(8,2)", "numeric", "real");
      case 8 -> "coalesce(" + number(depth - 1) + ", " + choose.one("0", "1.0", "'0'") + ")";
      case 9 -> "twice(" + choose.one("i", "s", "3") + ")";
      default ->
          choose.one(
              "array_length(ta, 1)",
              "cardinality(ia)",
              "(-i)",
              "power(i, 2)",
              "(pr).a",
              "ia[1]",
              "ia[s]",
              "jsonb_array_length(jb)",
              "mod(l, 3)",
              "(dt - '2020-01-01')");
    };
  }

  String text(int depth) {
    if (depth <= 0) {
      return choose.below(4) == 0
          ? choose.one("'x'", "''", "'y'::varchar", "'z'::text")
          : choose.one(TEXTS);
    }
    return switch (choose.below(10)) {
      case 0, 1 -> "(" + text(depth - 1) + " || " + any(0) + ")";
      case 2 ->
          choose.one("lower", "upper", "trim", "md5", "initcap") + "(" + text(depth - 1) + ")";
      case 3 ->
          "substring(" + text(depth - 1) + choose.one(" from 1 for 3)", ", 2)", " from 'a.')");
      case 4 -> "concat(" + any(depth - 1) + ", ' ', " + text(0) + ")";
      case 5 -> "replace(" + text(depth - 1) + ", 'a', " + text(0) + ")";
      case 6 -> "to_char(" + choose.one(choose.one(TIMES) + ", 'YYYY'", "n, '99'", "i, '9'") + ")";
      case 7 -> "coalesce(" + text(depth - 1) + ", " + text(0) + ")";
      case 8 ->
          text(depth - 1) + "::" + choose.one("text", "varchar", "varchar(9)", "char(2)", "label");
      default ->
          choose.one(
              "format('%s', x)",
              "split_part(v, ',', 1)",
              "left(w, 3)",
              "(pr).b",
              "ta[1]",
              "twice(v)",
              "twice('q')",
              "pick(x, v)",
              "pick('a', 'b')",
              "e::text",
              "va[1]",
              "jb->>'k'",
              "array_to_string(ta, ',')",
              "position('a' in x)::text",
              "quote_ident(nm)",
              "lpad(w, 10, '0')",
              "current_user",
              "overlay(x placing 'q' from 2)");
    };
  }

  String time() {
    return switch (choose.below(9)) {
      case 0 ->
          "("
              + choose.one(TIMES)
              + choose.one(" + ", " - ")
              + choose.one("'1 day'::interval", "interval '2h'", "iv", "'3 days'")
              + ")";
      case 1 -> "date_trunc('day', " + choose.one(TIMES) + ")";
      case 2 -> choose.one("now()", "current_timestamp", "current_date", "localtimestamp");
      case 3 -> "(" + choose.one(TIMES) + " AT TIME ZONE " + choose.one("'UTC'", "x") + ")";
      case 4 ->
          choose.one(TIMES)
              + "::"
              + choose.one("date", "timestamp", "timestamptz", "timestamp(0)", "time");
      case 5 -> "coalesce(" + choose.one(TIMES) + ", " + choose.one(TIMES) + ")";
      case 6 -> "(" + choose.one(TIMES) + " - " + choose.one(TIMES) + ")";
      case 7 -> "(dt + " + choose.one("1", "s", "tm") + ")";
      default ->
          choose.one(
              choose.one(TIMES),
              "to_timestamp(d)",
              "make_interval(days => 2)",
              "age(ts)",
              "(iv * 2)",
              "to_date(x, 'YYYY')");
    };
  }

  private String json() {
    return choose.one(
        "jb->'a'",
        "jb->0",
        "jb#>'{a,b}'",
        "j->>'x'",
        "jsonb_build_object('a', " + any(0) + ")",
        "to_jsonb(" + any(0) + ")",
        "jb || '{}'",
        "jb - 'a'",
        "jsonb_set(jb, '{a}', '1')",
        "row_to_json(pr)",
        "'{}'::jsonb",
        "coalesce(jb, '[]')",
        "array_append(ia, i)",
        "ia || 5",
        "ta || " + text(0),
        "array_cat(va, va)",
        "ta || '{x}'",
        "array_remove(ta, v)",
        "ta || v");
  }
}
