package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Expression;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpressionComparisonTest {

  @Test
  void whatServersPrintForAnExpressionIsEqualToIt() {
    assertEquals(List.of(), other(ExpressionPairs.of("expressions.txt"), Match.EQUAL));
  }

  @Test
  void whatServersPrintForAnotherExpressionIsDifferent() {
    assertEquals(List.of(), other(ExpressionPairs.of("different.txt"), Match.DIFFERENT));
  }

  @Test
  void whatIsEqualIsSoAfterAnotherServersReading() {
    Stream<ExpressionPairs> again =
        ExpressionPairs.of("expressions.txt").stream()
            .map(pair -> new ExpressionPairs(pair.printed(), pair.printed()));

    assertEquals(List.of(), other(again.toList(), Match.EQUAL));
  }

  private static List<String> other(List<ExpressionPairs> pairs, Match wanted) {
    return pairs.stream()
        .filter(pair -> compare(pair.written(), pair.printed()) != wanted)
        .map(pair -> pair + " is " + compare(pair.written(), pair.printed()))
        .toList();
  }

  private static Match compare(String a, String b) {
    return Expressions.compare(new Expression(a), new Expression(b));
  }
}
