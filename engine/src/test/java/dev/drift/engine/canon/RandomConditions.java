package dev.drift.engine.canon;

import dev.drift.engine.choice.Dice;

/** Random conditions over the tables of {@link RandomSql}. */
final class RandomConditions {
  private final Dice choose;
  private final RandomExpressions expressions;

  RandomConditions(Dice choose, RandomExpressions expressions) {
    this.choose = choose;
    this.expressions = expressions;
  }

  /** A condition. */
  String bool(int depth) {
    if (depth <= 0) {
      return choose.one("b", "true", "i > 0", "x = 'a'", "b IS TRUE");
    }
    return switch (choose.below(18)) {
      case 0, 1 -> expressions.number(depth - 1) + comparison() + expressions.number(depth - 1);
      case 2, 3 -> expressions.text(depth - 1) + comparison() + expressions.text(depth - 1);
      case 4 ->
          choose.one(RandomExpressions.TIMES)
              + comparison()
              + choose.one("'2020-01-01'", "now()", expressions.time(), "current_date");
      case 5 -> expressions.text(depth - 1) + choose.one(" IN ", " NOT IN ") + "('a', 'b', 'c')";
      case 6 ->
          expressions.number(depth - 1)
              + choose.one(" IN ", " NOT IN ")
              + choose.one("(1, 2)", "(1, 2.5)", "('1', 3)", "(i, 4)", "(1, l, 3)", "(7)");
      case 7 ->
          expressions.number(0)
              + choose.one(" BETWEEN ", " NOT BETWEEN ")
              + expressions.number(0)
              + " AND "
              + expressions.number(0);
      case 8 ->
          expressions.text(depth - 1)
              + choose.one(" LIKE ", " NOT LIKE ", " ILIKE ", " ~ ", " !~* ", " SIMILAR TO ")
              + "'a%'";
      case 9 -> expressions.any(depth - 1) + choose.one(" IS NULL", " IS NOT NULL");
      case 10 -> "(" + bool(depth - 1) + choose.one(" AND ", " OR ") + bool(depth - 1) + ")";
      case 11 -> "NOT (" + bool(depth - 1) + ")";
      case 12 ->
          "e"
              + choose.one(
                  " = 'ok'", " IN ('ok', 'sad')", " > 'sad'", "::text = 'ok'", " <> ALL ('{ok}')");
      case 13 ->
          expressions.text(0)
              + choose.one(" = ANY (", " <> ALL (", " LIKE ANY (")
              + choose.one(
                  "ARRAY['a', 'b']",
                  "'{a,b}'",
                  "ta",
                  "va",
                  "ARRAY['a'::varchar, 'b']",
                  "string_to_array(x, ',')")
              + ")";
      case 14 ->
          expressions.number(0)
              + choose.one(" = ANY (", " > ALL (")
              + choose.one("ARRAY[1, 2]", "'{1,2}'", "ia", "ARRAY[1, 2.5]")
              + ")";
      case 15 ->
          expressions.any(0)
              + choose.one(" IS DISTINCT FROM ", " IS NOT DISTINCT FROM ", " = ", " <> ")
              + expressions.literal();
      case 16 ->
          choose.one(
              "(i, x) = (1, 'a')",
              "(l, v) < (2, 'b')",
              "ta @> ARRAY['a']",
              "ia && '{1}'",
              "jb ? 'a'",
              "jb @> '{\"a\":1}'",
              "rg @> 5",
              "rg @> i",
              "tr @> tz",
              "u = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
              "ip << '10.0.0.0/8'",
              "(ts, iv) OVERLAPS (ts, iv)",
              "starts_with(v, 'a')",
              "by = '\\x00'",
              "va @> '{a}'",
              "va = ARRAY['a']::varchar[]",
              "exists (SELECT 1 FROM k WHERE k.i = t.i AND k.x = t.x)",
              "i = (SELECT max(i) FROM k)",
              "e = ANY (ea)",
              "pr = ROW(1, 'a')::pair");
      default -> expressions.any(depth - 1) + comparison() + expressions.any(0);
    };
  }

  private String comparison() {
    return choose.one(" = ", " <> ", " < ", " > ", " <= ", " >= ");
  }
}
