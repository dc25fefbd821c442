package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.ArrayOf;
import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Formula.Case;
import dev.drift.engine.ddl.guard.Formula.Cast;
import dev.drift.engine.ddl.guard.Formula.Constant;
import dev.drift.engine.ddl.guard.Formula.Element;
import dev.drift.engine.ddl.guard.Formula.Exists;
import dev.drift.engine.ddl.guard.Formula.Name;
import dev.drift.engine.ddl.guard.Formula.Scalar;
import dev.drift.engine.ddl.guard.Formula.When;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between operators: constants, names, calls, queries in parentheses. */
final class OperandReader {
  /** Functions that are written without parentheses. */
  private static final Set<String> BARE =
      Set.of(
          "current_schema",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "current_catalog",
          "current_date",
          "current_timestamp",
          "localtimestamp");

  private static final Set<String> TYPE_WORDS =
      Set.of("double", "character", "timestamp", "time", "bit", "national");

  /** What a constant of type interval can count. */
  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private final TokenReader tokens;
  private final FormulaReader formulas;

  OperandReader(TokenReader tokens, FormulaReader formulas) {
    this.tokens = tokens;
    this.formulas = formulas;
  }

  /** Reads one operand with its casts and subscripts. */
  Formula operand() {
    Formula operand = bare();
    while (true) {
      if (tokens.acceptSymbol("::")) {
        operand = new Cast(operand, type());
      } else if (tokens.atSymbol("[")) {
        tokens.next();
        Formula index = formulas.formula();
        tokens.expectSymbol("]");
        operand = new Element(operand, index);
      } else if (tokens.at("collate")) {
        tokens.next();
        name();
      } else {
        return operand;
      }
    }
  }

  private Formula bare() {
    Token token = tokens.peek().orElseThrow(() -> tokens.unexpected("an expression"));
    return switch (token.type()) {
      case STRING -> new Constant(new Value.Text(tokens.string()));
      case NUMBER -> number(tokens.next());
      case PARAMETER -> new Name(List.of(tokens.next().text()));
      case QUOTED_NAME -> named();
      case WORD -> word(token);
      default -> {
        if (!token.isSymbol("(")) {
          throw tokens.unexpected("an expression");
        }
        yield group();
      }
    };
  }

  private Formula number(Token token) {
    try {
      return new Constant(new Value.Numeric(new BigDecimal(token.text().replace("_", ""))));
    } catch (NumberFormatException e) {
      return new Constant(Value.UNKNOWN);
    }
  }

  private Formula group() {
    List<Token> group = tokens.group();
    if (SelectionReader.startsQuery(group)) {
      return new Scalar(SelectionReader.read(group));
    }
    List<Formula> list = FormulaReader.list(group);
    return list.size() == 1 ? list.get(0) : new Call("row", list);
  }

  private Formula word(Token token) {
    if (tokens.accept("null")) {
      return new Constant(Value.NULL);
    }
    if (tokens.accept("true")) {
      return new Constant(Value.TRUE);
    }
    if (tokens.accept("false")) {
      return new Constant(Value.FALSE);
    }
    if (tokens.at("exists") && followedByParenthesis()) {
      tokens.next();
      return new Exists(SelectionReader.read(tokens.group()));
    }
    if (tokens.accept("case")) {
      return caseFormula();
    }
    if (tokens.accept("cast")) {
      var inner = new TokenReader(tokens.group());
      Formula operand = new FormulaReader(inner).formula();
      inner.expect("as");
      return new Cast(operand, new OperandReader(inner, formulas).type());
    }
    if (tokens.accept("array")) {
      return array();
    }
    if (BARE.contains(token.value()) && !followedByParenthesis()) {
      return new Call(tokens.name(), List.of());
    }
    if (tokens.peek(1).filter(t -> t.type() == Token.Type.STRING).isPresent()) {
      String type = tokens.name();
      String text = tokens.string();
      return new Cast(new Constant(new Value.Text(text + unit(type))), type);
    }
    return named();
  }

  /** {@code INTERVAL '1' DAY}. */
  private String unit(String type) {
    return type.equals("interval") && UNITS.stream().anyMatch(tokens::at)
        ? " " + tokens.name()
        : "";
  }

  private boolean followedByParenthesis() {
    return tokens.peek(1).filter(t -> t.isSymbol("(")).isPresent();
  }

  private Formula array() {
    if (tokens.atSymbol("(")) {
      return new Formula.ArrayQuery(SelectionReader.read(tokens.group()));
    }
    tokens.expectSymbol("[");
    var elements = new ArrayList<Formula>();
    while (!tokens.atSymbol("]")) {
      elements.add(tokens.atSymbol("[") ? array() : formulas.formula());
      if (!tokens.acceptSymbol(",")) {
        break;
      }
    }
    tokens.expectSymbol("]");
    return new ArrayOf(elements);
  }

  private Formula caseFormula() {
    Optional<Formula> subject =
        tokens.at("when") ? Optional.empty() : Optional.of(formulas.formula());
    var branches = new ArrayList<When>();
    while (tokens.accept("when")) {
      Formula when = formulas.formula();
      Formula condition = subject.<Formula>map(s -> new Formula.Binary("=", s, when)).orElse(when);
      tokens.expect("then");
      branches.add(new When(condition, formulas.formula()));
    }
    Optional<Formula> otherwise =
        tokens.accept("else") ? Optional.of(formulas.formula()) : Optional.empty();
    tokens.expect("end");
    return new Case(branches, otherwise);
  }

  private Formula named() {
    List<String> path = name();
    if (!tokens.atSymbol("(")) {
      return new Name(path);
    }
    String function = path.get(path.size() - 1);
    List<Token> group = tokens.group();
    if (CallArguments.haveWords(function)) {
      return CallArguments.withWords(function, group);
    }
    String schema = path.size() > 1 ? path.get(path.size() - 2) : "";
    Call call = CallArguments.call(schema, function, group);
    Optional<Formula> filter =
        tokens.accept("filter") ? Optional.of(filter(tokens.group())) : Optional.empty();
    if (tokens.at("over") || tokens.at("within")) {
      throw tokens.unexpected("a plain call");
    }
    var gathering =
        new Formula.Gathering(call.gathering().distinct(), call.gathering().order(), filter);
    return new Call(schema, function, call.arguments(), gathering);
  }

  private static Formula filter(List<Token> group) {
    var condition = new TokenReader(group);
    condition.expect("where");
    return new FormulaReader(condition).formula();
  }

  private List<String> name() {
    var path = new ArrayList<String>();
    do {
      path.add(tokens.name());
    } while (tokens.acceptSymbol("."));
    return path;
  }

  /** Reads a type: {@code regclass}, {@code character varying(20)}, {@code text[]}. */
  String type() {
    List<String> path = name();
    var type = new StringBuilder(path.get(path.size() - 1));
    if (TYPE_WORDS.contains(type.toString())) {
      while (tokens.at("precision")
          || tokens.at("varying")
          || tokens.at("with")
          || tokens.at("without")
          || tokens.at("time")
          || tokens.at("zone")) {
        type.append(' ').append(tokens.name());
      }
    }
    if (tokens.atSymbol("(")) {
      tokens.group();
    }
    while (tokens.acceptSymbol("[")) {
      if (!tokens.atSymbol("]")) {
        tokens.next();
      }
      tokens.expectSymbol("]");
      type.append("[]");
    }
    return type.toString();
  }
}
