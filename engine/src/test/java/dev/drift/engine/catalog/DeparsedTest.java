package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparsedTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "(a > 0)               => a > 0",
        "((a > 0) AND (b > 0)) => (a > 0) AND (b > 0)",
        "(a > 0) AND (b > 0)   => (a > 0) AND (b > 0)",
        "('(' || a)            => '(' || a",
        "now()                 => now()",
        "((a))                 => a",
      })
  void takesOuterParenthesesAway(String written, String bare) {
    assertEquals(bare, Deparsed.expression(written).sql());
  }

  @Test
  void splitsAtTopLevelCommasOnly() {
    assertEquals(
        List.of("lower(a, b)", "(c + d)", "ARRAY['x, y'::text, 'z'::text]"),
        Deparsed.list("lower(a, b), (c + d), ARRAY['x, y'::text, 'z'::text]"));
  }

  @Test
  void findsTheConditionOfATrigger() {
    assertEquals(
        "old.a IS DISTINCT FROM ') EXECUTE FUNCTION '::text",
        TriggerReader.condition(
                "CREATE TRIGGER t BEFORE UPDATE ON public.\"when\" FOR EACH ROW"
                    + " WHEN ((old.a IS DISTINCT FROM ') EXECUTE FUNCTION '::text))"
                    + " EXECUTE FUNCTION public.f('WHEN (x)')")
            .sql());
  }

  @Test
  void cutsTheArgumentsOfATriggerAtZeroBytes() {
    String hex = HexFormat.of().formatHex("a\0\0ü\\x\0".getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("a", "", "ü\\x"), TriggerReader.arguments(hex, StandardCharsets.UTF_8));
  }
}
