package dev.drift.engine.ddl.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Tokenizer;
import dev.drift.engine.testing.TestPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times come out as the server's own. */
class MomentTest {
  /** What stands in for the clock on the server, whose own cannot be set. */
  private static final Map<String, String> STAND_INS =
      new TreeMap<>(
          Map.of(
              "now()", "$now",
              "current_timestamp", "$now",
              "clock_timestamp()", "$now",
              "current_date", "($now)::date",
              "localtimestamp", "($now)::timestamp",
              "date 'today'", "($now)::date",
              "date 'tomorrow'", "(($now)::date + 1)",
              "'yesterday'::date", "(($now)::date - 1)",
              "timestamptz 'today'", "date_trunc('day', $now)"));

  private static final List<String> EXPRESSIONS =
      List.of(
          "now()",
          "now()::date",
          "(now() + interval '1 day')::date",
          "(now() + '1 month')::date",
          "(now() - interval '2 weeks')::date::text",
          "current_timestamp::timestamp",
          "localtimestamp",
          "clock_timestamp()::text",
          "current_date",
          "current_date + 1",
          "1 + current_date",
          "current_date - 7",
          "current_date - date '2026-01-01'",
          "current_date + interval '1 month'",
          "(current_date + interval '1 month' * 3)::date",
          "(current_date + 2 * interval '1 day')::date",
          "date 'today'",
          "date 'tomorrow'",
          "'yesterday'::date",
          "timestamptz 'today'",
          "to_char(current_date, 'YYYYMMDD')",
          "to_char(now(), 'YYYY_MM_DD')",
          "to_char(now(), 'yyyy-mm')",
          "to_char(now() + interval '1 day', '\"p\"YYYY\"m\"MM')",
          "to_char(now(), 'IYYY_IW')",
          "to_char(now(), 'IYYY\"w\"IW-ID')",
          "to_char(now(), 'YYYY_Q')",
          "to_char(now(), 'FMMM/FMDD/YY')",
          "to_char(now(), 'Mon DD, YYYY')",
          "to_char(now(), 'FMMonth') || '|' || to_char(now(), 'MONTH') || '|'",
          "to_char(now(), 'day') || '|' || to_char(now(), 'Dy') || to_char(now(), 'FMDay')",
          "to_char(now(), 'DDD WW W D CC J')",
          "to_char(now(), 'FMDDD FMWW')",
          "to_char(now(), 'HH24:MI:SS.MS US HH12 HH SSSS')",
          "to_char(now(), 'YYYYMMDDHH24MISS')",
          "to_char(now(), 'YYY Y IY I IYY')",
          "date_trunc('week', current_date)",
          "date_trunc('week', now())::date",
          "date_trunc('month', now())",
          "date_trunc('month', now())::date",
          "date_trunc('month', current_date + interval '1 month')::date",
          "(date_trunc('month', now()) + interval '1 month - 1 day')::date",
          "date_trunc('quarter', now())::date",
          "date_trunc('YEAR', now())::date",
          "date_trunc('decade', now())::date",
          "date_trunc('century', now())::date",
          "date_trunc('hour', localtimestamp)",
          "date_trunc('minute', now())",
          "to_char(date_trunc('week', current_date), 'YYYYMMDD')",
          "extract(year from now())",
          "extract('month' from current_date)",
          "extract(dow from now()) || '/' || extract(isodow from now())",
          "extract(week from now()) || '/' || extract(isoyear from now())",
          "extract(doy from now()) || '/' || extract(quarter from now())",
          "extract(epoch from current_date)",
          "extract(epoch from now())",
          "extract(hour from now())::int",
          "date_part('year', now())",
          "date_part('day', current_date)::int + 1",
          "now() at time zone 'UTC'",
          "(now() at time zone 'utc')::date",
          "timezone('America/New_York', now())",
          "localtimestamp at time zone 'Asia/Tokyo'",
          "now() - timestamptz '2026-11-20 10:00:00+00'",
          "timestamp '2026-03-01 10:00' - timestamp '2026-02-27 12:00'",
          "timestamp '2024-01-31 00:00:00' + interval '1 month'",
          "timestamptz '2024-02-29 12:00:00+02' + interval '1 year'",
          "date '2024-12-31' + 1",
          "date '20240229'",
          "'2024-1-5'::date::text",
          "'2024-01-05T10:11:12.5Z'::timestamptz",
          "'2024-01-05 10:11'::timestamp",
          "'2024-01-05 10:11'::date",
          "interval '1 week'",
          "interval '1' day",
          "interval '1 year 2 months 3 days 04:05:06'",
          "interval '-1 month'",
          "interval '1 day' + interval '2 hours'",
          "interval '90 minutes' - interval '2 days'",
          "make_date(2024, 2, 29)",
          "make_timestamp(2024, 2, 29, 12, 30, 1.5)",
          "to_date('20240131', 'YYYYMMDD')",
          "to_date('2024-01', 'YYYY-MM')",
          "to_timestamp(1700000000)",
          "date(now())",
          "now() > '2020-01-01'",
          "current_date < date '2020-01-01'",
          "date '2024-01-01' = timestamp '2024-01-01 00:00'",
          "date '2024-01-01' between '2023-12-31' and '2024-01-01'",
          "interval '1 month' > interval '29 days'",
          "format('t_%s', current_date)",
          "format('FROM (%L) TO (%L)', current_date, now())",
          "lpad('7', 2, '0') || rpad('x', 3, '-') || lpad('abc', 2)",
          "to_char(7, 'FM00') || to_char(12, '000')",
          "coalesce(null::date, current_date)");

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T13:45:06.789123Z, UTC",
    "2026-11-21T23:30:00Z, Europe/Berlin",
    "2027-01-01T03:00:00Z, America/New_York",
    "2024-02-29T20:00:00Z, Asia/Kolkata",
    "2025-12-29T00:00:00Z, UTC",
    "2026-03-28T12:00:00Z, Europe/Berlin",
    "2000-12-31T23:59:59Z, Australia/Sydney"
  })
  void asTheServer(String instant, String zone) {
    var ours = new ArrayList<String>();
    for (String expression : EXPRESSIONS) {
      ours.add(expression + " = " + text(expression, Instant.parse(instant), zone));
    }
    List<String> theirs = server(instant, zone);
    ours.removeAll(theirs);
    assertEquals(List.of(), ours, zone);
  }

  private static List<String> server(String instant, String zone) {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(
        url,
        "ALTER DATABASE %s SET TimeZone = '%s'"
            .formatted(url.replaceFirst("[?].*$", "").replaceFirst("^.*/", ""), zone));
    var query = new StringBuilder();
    for (String expression : EXPRESSIONS) {
      String other = expression;
      for (Map.Entry<String, String> standIn : STAND_INS.entrySet()) {
        other = other.replace(standIn.getKey(), standIn.getValue());
      }
      query
          .append(query.isEmpty() ? "SELECT " : " UNION ALL SELECT ")
          .append("'" + expression.replace("'", "''") + " = ' || ((")
          .append(other.replace("$now", "timestamptz '" + instant + "'"))
          .append(")::text)");
    }
    List<String> lines = TestPostgres.query(url, query.toString());
    TestPostgres.drop(url);
    return lines;
  }

  private static String text(String expression, Instant instant, String zone) {
    return Texts.template(value("(" + expression + ")::text", Now.at(instant, ZoneId.of(zone))))
        .replace(Value.Unknown.HOLE, '?');
  }

  private static Value value(String expression, Now now) {
    var facts =
        new Facts(SchemaModel.empty(), List.of(), 17, Contents.NONE, Roles.UNKNOWN, Map.of(), now);
    return new Evaluator(facts, (schema, name, arguments) -> Value.UNKNOWN)
        .evaluate(FormulaReader.read(Tokenizer.tokenize(expression)), Environment.EMPTY);
  }

  @Test
  void withoutATimeTheClockIsNotKnown() {
    for (String expression :
        List.of("now()", "current_date + 1", "date 'today'", "to_char(now(), 'YYYY')")) {
      assertTrue(value(expression, Now.ANY).isUnknown(), expression);
    }
  }

  @Test
  void whatCannotBeToldIsNotGuessed() {
    Now now = Now.at(Instant.parse("2026-11-21T13:45:06Z"), ZoneId.of("UTC"));
    for (String expression :
        List.of(
            "'Jan 5 2024'::date",
            "to_char(now(), 'DDth')",
            "to_char(now(), 'HH AM')",
            "age(now())",
            "to_date('5 Jan 2024', 'DD Mon YYYY')",
            "interval '1.5' * 0.5",
            "'infinity'::date")) {
      assertTrue(value(expression, now).isUnknown(), expression);
    }
  }
}
