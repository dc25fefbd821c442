package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that DETACH PARTITION … CONCURRENTLY leaves, as servers print it. */
class DetachmentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          RANGE (n) | FROM (1) TO (10) | p_n_check: (n IS NOT NULL) AND (n >= 1) AND (n < 10)
          RANGE (n) | FROM (MINVALUE) TO (1) | p_n_check: (n IS NOT NULL) AND (n < 1)
          RANGE (b) | FROM (-1) TO (3) | p_b_check: (b IS NOT NULL) AND (b >= '-1'::bigint) AND (b < '3'::bigint)
          RANGE (m) | FROM (1) TO (2) | p_m_check: (m IS NOT NULL) AND (m >= '1.00'::numeric(8,2)) AND (m < '2.00'::numeric(8,2))
          RANGE (lower(t)) | FROM ('a') TO ('b') | p_t_check: (lower(t) IS NOT NULL) AND (lower(t) >= 'a') AND (lower(t) < 'b')
          RANGE (t COLLATE "C") | FROM ('a') TO ('b') | p_t_check: (t IS NOT NULL) AND ((t)::text >= 'a'::text COLLATE "C") AND ((t)::text < 'b'::text COLLATE "C")
          RANGE (d, n) | FROM ('2024-01-01', 3) TO ('2024-01-01', 5) | p_check: (d IS NOT NULL) AND (n IS NOT NULL) AND (d = '2024-01-01'::date) AND (n >= 3) AND (n < 5)
          RANGE (d, n) | FROM ('2024-01-01', 3) TO ('2024-02-01', MAXVALUE) | p_check: (d IS NOT NULL) AND (n IS NOT NULL) AND ((d > '2024-01-01'::date) OR ((d = '2024-01-01'::date) AND (n >= 3))) AND (d <= '2024-02-01'::date)
          LIST (t) | IN ('a', 'b') | p_t_check: (t IS NOT NULL) AND (t = ANY ('{a,b}'::text[]))
          LIST (t) | IN ('a') | p_t_check: (t IS NOT NULL) AND (t = 'a'::text)
          LIST (t) | IN ('a', NULL) | p_t_check: (t IS NULL) OR (t = 'a'::text)
          LIST (t) | IN ('a b', '', 'it''s') | p_t_check: (t IS NOT NULL) AND (t = ANY ('{"a b","",it''s}'::text[]))
          LIST (v) | IN ('a') | p_v_check: (v IS NOT NULL) AND ((v)::text = 'a'::character varying(10))
          LIST (f) | IN (true) | p_f_check: (f IS NOT NULL) AND (f)
          HASH (n) | WITH (MODULUS 2, REMAINDER 0) | ``
          """)
  void isOfTheBound(String key, String bound, String check) {
    assertEquals(check, left(key, bound, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CHECK (n IS NOT NULL AND n >= 1 AND n < 10)
          CHECK (n BETWEEN 2 AND 9), ALTER n SET NOT NULL
          CHECK ((n > 5) AND (n < 7)), ALTER n SET NOT NULL
          CHECK (n = 3 AND t = 'a'), ALTER n SET NOT NULL
          """)
  void isNotNeededWhereAnotherImpliesIt(String own) {
    assertEquals(
        "", left("RANGE (n)", "FROM (1) TO (10)", own.replace(", ALTER", "; ALTER TABLE p ALTER")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CHECK (n >= 1 AND n < 10)
          CHECK (n > 0), ALTER n SET NOT NULL
          CHECK (b > 3), ALTER n SET NOT NULL
          """)
  void isNeededWhereOthersSayLess(String own) {
    assertEquals(
        "p_n_check: (n IS NOT NULL) AND (n >= 1) AND (n < 10)",
        left("RANGE (n)", "FROM (1) TO (10)", own.replace(", ALTER", "; ALTER TABLE p ALTER")));
  }

  @Test
  void isOpenWhereItCannotBeTold() {
    Script script = script("RANGE (n)", "FROM (1) TO (10)", "CHECK (n IN (1, 2) OR t = 'a')");
    assertEquals(List.of("OPAQUE 1: leaves a check on public.p"), script.problems());
  }

  private static String left(String key, String bound, String own) {
    var checks = new StringBuilder();
    for (SchemaObject object :
        script(key, bound, own).clean().replayed().model().ofKind(Kind.CHECK)) {
      if (object instanceof Check check && !check.id().name().equals("own")) {
        checks.append(check.id().name()).append(": ").append(check.expression().sql());
      }
    }
    return checks.toString();
  }

  private static Script script(String key, String bound, String own) {
    String what = own.isEmpty() ? "" : "ALTER TABLE p ADD CONSTRAINT own " + own + "; ";
    return Script.of(
        "CREATE TABLE parent (n int, b bigint, m numeric(8,2), t text, v varchar(10), d date, f"
            + " boolean) PARTITION BY "
            + key
            + "; CREATE TABLE p PARTITION OF parent FOR VALUES "
            + bound
            + "; "
            + what
            + "ALTER TABLE parent DETACH PARTITION p CONCURRENTLY");
  }
}
