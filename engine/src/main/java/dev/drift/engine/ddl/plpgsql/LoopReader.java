package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.ddl.plpgsql.Step.ForEach;
import dev.drift.engine.ddl.plpgsql.Step.ForRange;
import dev.drift.engine.ddl.plpgsql.Step.ForRows;
import dev.drift.engine.ddl.plpgsql.Step.Range;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Reads FOREACH and the three forms of FOR, up to END LOOP. */
final class LoopReader {
  private final TokenReader tokens;
  private final StepReader steps;

  LoopReader(TokenReader tokens, StepReader steps) {
    this.tokens = tokens;
    this.steps = steps;
  }

  Step read() {
    if (tokens.accept("foreach")) {
      String variable = tokens.name();
      boolean sliced = tokens.accept("slice");
      sliced = sliced && !tokens.next().text().equals("0");
      tokens.expect("in", "array");
      List<Token> array = steps.until("loop");
      return new ForEach(variable, sliced, array, steps.bodyOfLoop());
    }
    tokens.expect("for");
    var variables = new ArrayList<String>();
    do {
      variables.add(tokens.name());
    } while (tokens.acceptSymbol(","));
    tokens.expect("in");
    boolean reverse = tokens.accept("reverse");
    List<Token> header = steps.until("loop");
    int dots = indexOf(header, "..");
    if (dots < 0) {
      return new ForRows(variables, header, steps.bodyOfLoop());
    }
    int by = wordIndex(header, "by", dots);
    int end = by < 0 ? header.size() : by;
    var range =
        new Range(
            variables.get(0),
            reverse,
            header.subList(0, dots),
            header.subList(dots + 1, end),
            by < 0 ? List.of() : header.subList(by + 1, header.size()));
    return new ForRange(range, steps.bodyOfLoop());
  }

  private static int indexOf(List<Token> tokens, String symbol) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol(symbol)) {
        return i;
      }
    }
    return -1;
  }

  private static int wordIndex(List<Token> tokens, String word, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }
}
