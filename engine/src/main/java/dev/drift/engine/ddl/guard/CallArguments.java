package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Formula.Constant;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands between the parentheses of a call. */
final class CallArguments {
  /** Functions whose arguments can be separated by words. */
  private static final Set<String> WORDED =
      Set.of("position", "substring", "extract", "trim", "overlay", "normalize");

  private CallArguments() {}

  /** {@return whether words may separate the function's arguments} */
  static boolean haveWords(String function) {
    return WORDED.contains(function);
  }

  /** {@code position(a IN b), extract(field FROM a)}; the others only in their plain form. */
  static Formula withWords(String function, List<Token> group) {
    for (int i = 0; i < group.size(); i++) {
      if (function.equals("position") && group.get(i).is("in")) {
        return new Call(
            function,
            List.of(
                FormulaReader.read(group.subList(0, i)),
                FormulaReader.read(group.subList(i + 1, group.size()))));
      }
      if (function.equals("extract") && i == 1 && group.get(i).is("from")) {
        return new Call(
            function,
            List.of(
                new Constant(new Value.Text(group.get(0).value())),
                FormulaReader.read(group.subList(2, group.size()))));
      }
    }
    try {
      return new Call(function, read(new TokenReader(group)));
    } catch (TokenReader.Unexpected e) {
      return new Constant(Value.UNKNOWN);
    }
  }

  /** Reads arguments separated by commas, named ones by their place. */
  static List<Formula> read(TokenReader arguments) {
    var formulas = new ArrayList<Formula>();
    while (!arguments.atEnd()) {
      if (arguments.peek(1).filter(t -> t.isSymbol("=>") || t.isSymbol(":=")).isPresent()) {
        arguments.next();
        arguments.next();
      }
      arguments.accept("variadic");
      formulas.add(new FormulaReader(arguments).formula());
      if (arguments.accept("order", "by")) {
        arguments.rest();
      }
      if (!arguments.acceptSymbol(",") && !arguments.atEnd()) {
        throw arguments.unexpected("\",\"");
      }
    }
    return formulas;
  }
}
