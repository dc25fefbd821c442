package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Binary;
import dev.drift.engine.ddl.guard.Formula.In;
import dev.drift.engine.ddl.guard.Formula.Is;
import dev.drift.engine.ddl.guard.Formula.Quantified;
import dev.drift.engine.ddl.guard.Formula.Scalar;
import dev.drift.engine.ddl.guard.Formula.Unary;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads expressions by operator precedence (manual section 4.1.6). */
public final class FormulaReader {
  private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>", "!=");

  private final TokenReader tokens;

  /** Reads from here on. */
  FormulaReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads {@code tokens}, all of them, as one expression.
   *
   * @throws TokenReader.Unexpected where they are none that this reader knows
   */
  public static Formula read(List<Token> tokens) {
    var reader = new TokenReader(tokens);
    Formula formula = new FormulaReader(reader).formula();
    if (!reader.atEnd()) {
      throw reader.unexpected("the end of the expression");
    }
    return formula;
  }

  /** Reads one expression, as far as it goes. */
  Formula formula() {
    Formula left = conjunction();
    while (tokens.accept("or")) {
      left = new Binary("or", left, conjunction());
    }
    return left;
  }

  private Formula conjunction() {
    Formula left = negation();
    while (tokens.accept("and")) {
      left = new Binary("and", left, negation());
    }
    return left;
  }

  private Formula negation() {
    if (tokens.at("not") && !tokens.at("not", "in")) {
      tokens.next();
      return new Unary("not", negation());
    }
    return test();
  }

  private Formula test() {
    Formula left = comparison();
    while (true) {
      if (tokens.accept("isnull")) {
        left = new Is(left, "null");
      } else if (tokens.accept("notnull")) {
        left = new Unary("not", new Is(left, "null"));
      } else if (tokens.accept("is")) {
        boolean not = tokens.accept("not");
        Formula is;
        if (tokens.accept("distinct", "from")) {
          is = new Binary("is distinct from", left, comparison());
        } else {
          is = new Is(left, tokens.name());
        }
        left = not ? new Unary("not", is) : is;
      } else {
        return left;
      }
    }
  }

  private Formula comparison() {
    Formula left = membership();
    while (tokens.peek().filter(t -> COMPARISONS.contains(t.text())).isPresent()) {
      String operator = tokens.next().text();
      left = compared(left, operator.equals("!=") ? "<>" : operator);
    }
    return left;
  }

  private Formula compared(Formula left, String operator) {
    if (tokens.at("any") || tokens.at("some") || tokens.at("all")) {
      boolean all = tokens.next().is("all");
      return new Quantified(left, operator, all, parenthesised());
    }
    return new Binary(operator, left, membership());
  }

  private Formula membership() {
    Formula left = other();
    while (true) {
      int start = tokens.mark();
      boolean not = tokens.accept("not");
      Optional<Formula> found = member(left);
      if (found.isEmpty()) {
        tokens.reset(start);
        return left;
      }
      left = not ? new Unary("not", found.get()) : found.get();
    }
  }

  private Optional<Formula> member(Formula left) {
    if (tokens.accept("in")) {
      List<Token> group = tokens.group();
      if (SelectionReader.startsQuery(group)) {
        Formula query = new Scalar(SelectionReader.read(group));
        return Optional.of(new Quantified(left, "=", false, query));
      }
      return Optional.of(new In(left, list(group)));
    }
    if (tokens.at("like") || tokens.at("ilike")) {
      String operator = tokens.name();
      if (tokens.at("any") || tokens.at("all")) {
        boolean all = tokens.next().is("all");
        return Optional.of(new Quantified(left, operator, all, parenthesised()));
      }
      return Optional.of(new Binary(operator, left, other()));
    }
    if (tokens.accept("between")) {
      Formula from = other();
      tokens.expect("and");
      Formula to = other();
      return Optional.of(
          new Binary("and", new Binary(">=", left, from), new Binary("<=", left, to)));
    }
    return Optional.empty();
  }

  private Formula parenthesised() {
    List<Token> group = tokens.group();
    return SelectionReader.startsQuery(group)
        ? new Scalar(SelectionReader.read(group))
        : read(group);
  }

  private Formula other() {
    Formula left = sum();
    while (tokens
        .peek()
        .filter(t -> t.type() == Token.Type.OPERATOR && !COMPARISONS.contains(t.text()))
        .filter(t -> !Set.of("+", "-", "*", "/", "%").contains(t.text()))
        .isPresent()) {
      String operator = tokens.next().text();
      left = new Binary(operator, left, sum());
    }
    return left;
  }

  /** Reads one expression up to a word such as IN: no comparison, no test. */
  Formula operandOnly() {
    return other();
  }

  private Formula sum() {
    Formula left = product();
    while (tokens.atSymbol("+") || tokens.atSymbol("-")) {
      left = new Binary(tokens.next().text(), left, product());
    }
    return left;
  }

  private Formula product() {
    Formula left = sign();
    while (tokens.atSymbol("*") || tokens.atSymbol("/") || tokens.atSymbol("%")) {
      left = new Binary(tokens.next().text(), left, sign());
    }
    return left;
  }

  private Formula sign() {
    if (tokens.acceptSymbol("-")) {
      return new Unary("-", sign());
    }
    tokens.acceptSymbol("+");
    Formula operand = new OperandReader(tokens, this).operand();
    while (tokens.accept("at", "time", "zone")) {
      operand =
          new Formula.Call("timezone", List.of(new OperandReader(tokens, this).operand(), operand));
    }
    return operand;
  }

  /** Reads expressions separated by commas, all of {@code group}. */
  static List<Formula> list(List<Token> group) {
    var reader = new TokenReader(group);
    var formulas = new java.util.ArrayList<Formula>();
    while (!reader.atEnd()) {
      formulas.add(new FormulaReader(reader).formula());
      if (!reader.acceptSymbol(",") && !reader.atEnd()) {
        throw reader.unexpected("\",\"");
      }
    }
    return formulas;
  }
}
