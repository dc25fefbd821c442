package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Formula.Constant;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The argument that is in {@code f(a FROM b)}, and so on, behind each of these words. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "position", List.of("in"),
          "extract", List.of("from"),
          "substring", List.of("from", "for"));

  /** {@code position(a IN b), substring(a FROM 2 FOR 3)}; the others only in their plain form. */
  static Formula withWords(String function, List<Token> group) {
    try {
      List<Formula> arguments = function.equals("trim") ? trimmed(group) : worded(function, group);
      return new Call(function, arguments);
    } catch (TokenReader.Unexpected e) {
      return new Constant(Value.UNKNOWN);
    }
  }

  private static List<Formula> worded(String function, List<Token> group) {
    var reader = new TokenReader(group);
    var arguments = new ArrayList<Formula>();
    if (function.equals("extract")) {
      arguments.add(new Constant(new Value.Text(reader.next().value())));
    } else {
      arguments.add(new FormulaReader(reader).operandOnly());
    }
    for (String word : WORDS.getOrDefault(function, List.of())) {
      if (reader.accept(word)) {
        arguments.add(new FormulaReader(reader).operandOnly());
      }
    }
    while (reader.acceptSymbol(",")) {
      arguments.add(new FormulaReader(reader).formula());
    }
    if (!reader.atEnd()) {
      throw reader.unexpected("the end of the arguments");
    }
    return arguments;
  }

  /** {@code trim([BOTH] [characters] FROM text)} as {@code btrim(text, characters)} has them. */
  private static List<Formula> trimmed(List<Token> group) {
    var reader = new TokenReader(group);
    reader.accept("both");
    Formula first =
        reader.at("from")
            ? new Constant(new Value.Text(" "))
            : new FormulaReader(reader).operandOnly();
    if (reader.accept("from")) {
      Formula text = new FormulaReader(reader).formula();
      return List.of(text, first);
    }
    var arguments = new ArrayList<>(List.of(first));
    if (reader.acceptSymbol(",")) {
      arguments.add(new FormulaReader(reader).formula());
    }
    if (!reader.atEnd()) {
      throw reader.unexpected("the end of the arguments");
    }
    return arguments;
  }

  /** Reads a call's arguments, of an aggregate also DISTINCT and ORDER BY. */
  static Call call(String schema, String function, List<Token> group) {
    if (function.equals("count") && group.size() == 1 && group.get(0).isSymbol("*")) {
      return new Call(schema, function, List.of());
    }
    var arguments = new TokenReader(group);
    boolean distinct = arguments.accept("distinct");
    arguments.accept("all");
    var formulas = new ArrayList<Formula>();
    List<Selection.OrderKey> order = List.of();
    while (!arguments.atEnd()) {
      if (arguments.peek(1).filter(t -> t.isSymbol("=>") || t.isSymbol(":=")).isPresent()) {
        arguments.next();
        arguments.next();
      }
      arguments.accept("variadic");
      formulas.add(new FormulaReader(arguments).formula());
      if (arguments.accept("order", "by")) {
        order = SelectionReader.order(arguments);
      }
      if (!arguments.acceptSymbol(",") && !arguments.atEnd()) {
        throw arguments.unexpected("\",\"");
      }
    }
    var gathering = new Formula.Gathering(distinct, order, Optional.empty());
    return new Call(schema, function, formulas, gathering);
  }
}
