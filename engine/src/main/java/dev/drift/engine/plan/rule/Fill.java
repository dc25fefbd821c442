package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.dollarQuote;
import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills the nulls of a column some pages of its table at a time, with a transaction for each: no
 * row is locked for long, and what is filled stays filled when it is cut off. Rows that come
 * meanwhile are not filled, unless they come where a later batch looks.
 */
final class Fill {
  private static final int PAGES = 64;

  /** More rows than a page of 32 kB can hold (MaxHeapTuplesPerPage in htup_details.h). */
  private static final int ROWS_OF_A_PAGE = 1170;

  private static final int SINCE_TID_RANGE_SCAN = 14;

  private Fill() {}

  /** {@return filling nulls with {@code value} as long as they are allowed} */
  static Action with(String value, Column column, Scene scene) {
    String name = quote(column.id().name());
    String table = quote(column.id().parent());
    String update =
        "'UPDATE ONLY ' || drift_part || CASE WHEN drift_part = "
            + Shape.owner(column.id())
            + " THEN '' ELSE "
            + literal(" AS " + table)
            + " END || "
            + literal(" SET " + name + " = (" + value + ") WHERE " + name + " IS NULL AND ctid ");
    String body =
        """

        DECLARE
          drift_part regclass;
          drift_page bigint;
          drift_pages bigint;
        BEGIN
          FOR drift_part IN
            WITH RECURSIVE part (oid) AS (
              SELECT %1$s::oid
              UNION SELECT i.inhrelid FROM part JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid)
            SELECT c.oid FROM part JOIN pg_catalog.pg_class c USING (oid) WHERE c.relkind = 'r' AND %2$s
          LOOP
            drift_pages := pg_catalog.pg_relation_size(drift_part) / current_setting('block_size')::bigint;
            FOR drift_page IN SELECT * FROM generate_series(0, drift_pages, %3$d) LOOP
              EXECUTE %4$s || %5$s;
              COMMIT;
            END LOOP;
          END LOOP;
        END\
        """
            .formatted(
                Shape.owner(column.id()),
                NotNull.isNullable(column, scene),
                PAGES,
                update,
                scene.major() >= SINCE_TID_RANGE_SCAN ? byRange() : byList());
    return Action.of(
            Verb.TIGHTEN,
            column.id(),
            "fill nulls in " + column.id(),
            "DO " + dollarQuote(body + " ", "drift"))
        .in(Phase.BACKFILL)
        .resolvingNames()
        .alone()
        .locking(Lock.ROW_EXCLUSIVE)
        .doing(Work.UPDATE);
  }

  private static String byRange() {
    return "format('>= %L AND ctid < %L', '(' || drift_page || ',0)', '(' || drift_page + "
        + PAGES
        + " || ',0)')";
  }

  /** Before 14 the server finds rows by their place only where each is named. */
  private static String byList() {
    return "'= ANY (ARRAY(SELECT (''('' || p || '','' || r || '')'')::tid FROM generate_series(' ||"
        + " drift_page || ', ' || drift_page + "
        + (PAGES - 1)
        + " || ') p, generate_series(1, least("
        + ROWS_OF_A_PAGE
        + ", ' || current_setting('block_size') || ' / 28)) r))'";
  }

  /** {@return whether another column of the table is filled from {@code column}, which goes} */
  static boolean readsFrom(Column column, Scene scene) {
    ObjectId table = column.id().parentTable();
    return !scene.target().contains(column.id())
        && scene.target().childrenOf(table).stream()
            .filter(Column.class::isInstance)
            .flatMap(other -> NotNull.asked((Column) other, scene).stream())
            .flatMap(value -> Tokenizer.tokenize(value).stream())
            .anyMatch(token -> token.isName() && token.value().equals(column.id().name()));
  }

  /** {@return looking whether the server understands {@code value}, if it can do so already} */
  static Optional<Action> trial(String value, Column column, Scene scene) {
    Set<String> fresh =
        scene.fresh().stream()
            .map(ObjectId::name)
            .map(name -> name.replaceFirst("\\(.*", ""))
            .collect(Collectors.toSet());
    if (Tokenizer.tokenize(value).stream()
        .filter(Token::isName)
        .anyMatch(token -> fresh.contains(token.value()))) {
      return Optional.empty();
    }
    String what = "the value to fill " + column.id() + " with is not valid: ";
    String sql =
        """
        BEGIN
          EXECUTE %s;
        EXCEPTION WHEN syntax_error_or_access_rule_violation OR data_exception THEN
          RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = %s || SQLERRM,
            HINT = %s;
        END\
        """
            .formatted(
                literal("EXPLAIN SELECT (" + value + ") FROM " + Sql.owner(column.id())),
                literal(what),
                literal("It comes from --backfill or the migrations: " + value))
            .indent(4)
            .strip();
    return Optional.of(
        Action.of(Verb.LOOK, column.id(), "look whether " + column.id() + " can be filled", sql)
            .in(Phase.PREFLIGHT)
            .alone()
            .resolvingNames()
            .locking(Lock.ACCESS_SHARE)
            .when(
                Shape.owner(column.id())
                    + " IS NOT NULL\n   AND NOT "
                    + Shape.columnHas(column.id(), "a.attnotnull")));
  }
}
