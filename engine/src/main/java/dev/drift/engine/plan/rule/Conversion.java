package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.stream.Collectors;

/**
 * Tries to convert all values of a column to its new type, before anything changes. Only where that
 * fails are the rows looked at one by one.
 */
final class Conversion {
  private Conversion() {}

  static Action trial(Column before, Column after, Scene scene) {
    String name = quote(after.id().name());
    String using = TypeChange.using(after.id().name(), before.type(), after.type());
    String converted =
        using.isEmpty()
            ? name + "::" + Types.sql(after.type())
            : using.replaceFirst("^ USING ", "");
    var rows = new Rows(after.id(), scene);
    String key =
        rows.key().isEmpty()
            ? "t.ctid::text"
            : "concat_ws(', ', "
                + rows.key().stream()
                    .map(part -> "t." + quote(part))
                    .collect(Collectors.joining(", "))
                + ")";
    String table = Sql.owner(after.id());
    String what =
        " rows of %s have a value in %s that does not fit %s (%s): "
            .formatted(
                table,
                after.id(),
                Types.sql(after.type()),
                rows.key().isEmpty() ? "ctid" : Sql.names(rows.key()));
    String sql =
        """
        DECLARE
          drift_row record;
          drift_rows bigint := 0;
          drift_keys text;
        BEGIN
          PERFORM count(%1$s) FROM %2$s;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
          FOR drift_row IN SELECT %3$s AS drift_key, %4$s AS drift_value FROM %2$s t WHERE %4$s IS NOT NULL LOOP
            BEGIN
              PERFORM %1$s FROM (SELECT drift_row.drift_value AS %4$s) t;
            EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
              drift_rows := drift_rows + 1;
              drift_keys := CASE WHEN drift_rows <= 10 THEN concat_ws('; ', drift_keys, drift_row.drift_key) ELSE drift_keys END;
            END;
          END LOOP;
          RAISE EXCEPTION USING ERRCODE = 'check_violation',
            MESSAGE = drift_rows || %5$s || coalesce(drift_keys, '') || CASE WHEN drift_rows > 10 THEN '; …' ELSE '' END,
            DETAIL = SQLERRM,
            HINT = %6$s;
        END\
        """
            .formatted(
                converted,
                table,
                key,
                name,
                literal(what),
                literal(
                    "Put them right and run the script again; these are all the values: SELECT"
                        + " DISTINCT "
                        + name
                        + " FROM "
                        + table))
            .indent(4)
            .strip();
    return Action.of(Verb.LOOK, after.id(), "try to convert " + after.id(), sql)
        .in(Phase.PREFLIGHT)
        .alone()
        .resolvingNames()
        .locking(Lock.ACCESS_SHARE)
        .doing(Work.SCAN)
        .when(
            Shape.columnHas(before.id(), ColumnRule.hasType(before))
                + "\n   AND "
                + isThere(after));
  }

  /** That the type is there which the column is to have. */
  private static String isThere(Column column) {
    TypeName type = column.type();
    return type.schema().equals("pg_catalog") || type.schema().isEmpty()
        ? "true"
        : "to_regtype(" + literal(quote(type.schema(), type.name())) + ") IS NOT NULL";
  }
}
