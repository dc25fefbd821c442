package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constants that depend on the clock, in what belongs to a shape: they are taken as they are. */
final class ClockConstants {
  private ClockConstants() {}

  /**
   * {@return {@code filled} with the constants of {@code live} where those of {@code shape} are
   * open}
   */
  static SchemaObject taken(SchemaObject shape, SchemaObject filled, SchemaObject live) {
    if (shape instanceof Check open
        && filled instanceof Check own
        && live instanceof Check there
        && open.expression().sql().contains(Shapes.MARK)) {
      return new Check(
          own.id(),
          new Expression(taken(open.expression().sql(), own.expression().sql(), there)),
          own.noInherit(),
          own.validated(),
          own.enforced());
    }
    return shape instanceof Comment open
            && live instanceof Comment there
            && pattern(open.text()).matcher(there.text()).matches()
        ? there
        : filled;
  }

  /** {@return whether a part of a shape has constants that are open} */
  static boolean isOpen(SchemaObject part) {
    return part instanceof Check check && check.expression().sql().contains(Shapes.MARK);
  }

  private static String taken(String open, String filled, Check live) {
    List<Token> holes = strings(open);
    List<Token> constants = strings(live.expression().sql());
    if (holes.size() != constants.size()) {
      return filled;
    }
    var text = new StringBuilder();
    int end = 0;
    for (int i = 0; i < holes.size(); i++) {
      Token hole = holes.get(i);
      if (hole.text().contains(Shapes.MARK)) {
        text.append(open, end, hole.offset()).append(constants.get(i).text());
        end = hole.end();
      }
    }
    text.append(open.substring(end));
    return text.indexOf(Shapes.MARK) < 0 ? text.toString() : filled;
  }

  private static List<Token> strings(String sql) {
    return Tokenizer.tokenize(sql).stream()
        .filter(token -> token.type() == Token.Type.STRING)
        .toList();
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Stream.of(text.split(Value.Unknown.MARK, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
