package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code a_expr}: operators by precedence climbing over the table of gram.y, lowest first:
 * OR, AND, NOT, IS, comparison, BETWEEN IN LIKE, other operators, + -, * / %, ^, AT, COLLATE, unary
 * minus, subscripts, ::.
 */
final class ExpressionReader {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int IS = 4;
  private static final int COMPARISON = 5;
  private static final int IN = 6;
  private static final int OPERATOR = 8;
  private static final int ADDITIVE = 9;
  private static final int MULTIPLICATIVE = 10;
  private static final int POWER = 11;
  private static final int AT = 12;
  private static final int COLLATE = 13;
  private static final int UNARY = 14;
  private static final int CAST = 17;
  private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>", "!=");

  private final Reading reading;

  ExpressionReader(Reading reading) {
    this.reading = reading;
  }

  Scalar read() {
    return read(OR);
  }

  /** {@code b_expr}, as the grammar has it before AND in BETWEEN. */
  Scalar restricted() {
    return read(IN + 1);
  }

  /** What may stand behind {@code IS DISTINCT FROM}. */
  Scalar behindIs() {
    return read(IS + 1);
  }

  List<Scalar> list() {
    var list = new ArrayList<Scalar>();
    do {
      list.add(read());
    } while (tokens().acceptSymbol(","));
    return list;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  private Scalar read(int least) {
    Scalar left = prefix();
    while (true) {
      Optional<Scalar> more = infix(left, least);
      if (more.isEmpty()) {
        return left;
      }
      left = more.get();
    }
  }

  private Scalar prefix() {
    TokenReader tokens = tokens();
    Token next = tokens.peek().orElseThrow(() -> tokens.unexpected("an expression"));
    if (next.is("not")) {
      tokens.next();
      return new Node.Not(read(NOT));
    }
    if (next.type() == Token.Type.OPERATOR) {
      int at = tokens.mark();
      tokens.next();
      boolean sign = next.text().equals("-") || next.text().equals("+");
      return sign(operator(next.text(), at), read(sign ? UNARY : OPERATOR));
    }
    if (next.is("operator") && reading.atSymbol(1, "(")) {
      return new Node.Unary(operator(), read(OPERATOR));
    }
    return reading.primaries.read();
  }

  /** As {@code doNegate}: a minus before a number is part of the number. */
  private static Scalar sign(Name operator, Scalar arg) {
    if (operator.name().equals("-")
        && arg instanceof Node.Literal(Node.LiteralKind kind, String text)
        && kind == Node.LiteralKind.NUMBER) {
      return new Node.Literal(kind, text.startsWith("-") ? text.substring(1) : '-' + text);
    }
    return new Node.Unary(operator, arg);
  }

  private Optional<Scalar> infix(Scalar left, int least) {
    Optional<Token> next = tokens().peek();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Token token = next.get();
    return switch (token.type()) {
      case SYMBOL -> symbol(left, token, least);
      case OPERATOR -> operator(left, token, least);
      case WORD -> word(left, token.value(), least);
      case QUOTED_NAME, STRING, BIT_STRING, NUMBER, PARAMETER, INVALID -> Optional.empty();
    };
  }

  private Optional<Scalar> symbol(Scalar left, Token token, int least) {
    if (token.text().equals("::") && least <= CAST) {
      tokens().next();
      return Optional.of(cast(left));
    }
    return Optional.empty();
  }

  private Scalar cast(Scalar left) {
    int at = tokens().mark();
    var type = reading.type();
    if (left instanceof Node.Literal(Node.LiteralKind kind, String text)
        && kind == Node.LiteralKind.STRING
        && type.isBuiltin("regclass")
        && at >= 2) {
      reading.mentions.add(new Mention.OfRelationText(text, at - 2, at - 1));
    }
    return new Node.Cast(left, type);
  }

  private Optional<Scalar> operator(Scalar left, Token token, int least) {
    String text = token.text();
    int binding =
        switch (text) {
          case "+", "-" -> ADDITIVE;
          case "*", "/", "%" -> MULTIPLICATIVE;
          case "^" -> POWER;
          default -> COMPARISONS.contains(text) ? COMPARISON : OPERATOR;
        };
    if (binding < least) {
      return Optional.empty();
    }
    int at = tokens().mark();
    tokens().next();
    return Optional.of(right(left, operator(text.equals("!=") ? "<>" : text, at), binding));
  }

  private Name operator(String text, int at) {
    reading.mentions.add(new Mention.OfOperator(List.of(text), at, at + 1));
    return Name.of(text).at(at);
  }

  private Scalar right(Scalar left, Name operator, int binding) {
    boolean all = reading.at(0, "all");
    if ((all || reading.at(0, "any") || reading.at(0, "some")) && reading.atSymbol(1, "(")) {
      tokens().next();
      return new Node.Quantified(left, operator, all, reading.groups.parenthesized());
    }
    return new Node.Binary(operator, left, read(binding + 1));
  }

  private Optional<Scalar> word(Scalar left, String word, int least) {
    TokenReader tokens = tokens();
    return switch (word) {
      case "or" -> least > OR ? Optional.empty() : Optional.of(or(left));
      case "and" -> least > AND ? Optional.empty() : Optional.of(and(left));
      case "is" -> least > IS ? Optional.empty() : Optional.of(reading.predicates.is(left));
      case "isnull", "notnull" -> {
        if (least > IS) {
          yield Optional.empty();
        }
        tokens.next();
        yield Optional.of(new Node.Test(left, word.equals("isnull") ? "NULL" : "NOT NULL"));
      }
      case "between", "in", "like", "ilike", "similar", "not" ->
          least > IN ? Optional.empty() : reading.predicates.membership(left);
      case "operator" ->
          least > OPERATOR || !reading.atSymbol(1, "(")
              ? Optional.empty()
              : Optional.of(right(left, operator(), OPERATOR));
      case "at" -> least > AT ? Optional.empty() : zone(left);
      case "collate" -> {
        if (least > COLLATE) {
          yield Optional.empty();
        }
        tokens.next();
        yield Optional.of(new Node.Collate(left, reading.collation()));
      }
      case "overlaps" -> {
        if (least > OPERATOR || !(left instanceof Node.Row)) {
          yield Optional.empty();
        }
        tokens.next();
        yield Optional.of(new Node.Binary(Name.of("overlaps"), left, read(OPERATOR + 1)));
      }
      default -> Optional.empty();
    };
  }

  private Scalar or(Scalar left) {
    var args = new ArrayList<Scalar>();
    args.add(left);
    while (tokens().accept("or")) {
      args.add(read(OR + 1));
    }
    return new Node.Or(args);
  }

  private Scalar and(Scalar left) {
    var args = new ArrayList<Scalar>();
    args.add(left);
    while (tokens().accept("and")) {
      args.add(read(AND + 1));
    }
    return new Node.And(args);
  }

  private Optional<Scalar> zone(Scalar left) {
    if (tokens().accept("at", "time", "zone")) {
      return Optional.of(new Node.AtTimeZone(left, Optional.of(read(AT + 1))));
    }
    if (tokens().accept("at", "local")) {
      return Optional.of(new Node.AtTimeZone(left, Optional.empty()));
    }
    return Optional.empty();
  }

  /** {@code OPERATOR(schema.op)}. */
  private Name operator() {
    TokenReader tokens = tokens();
    int at = tokens.mark();
    tokens.expect("operator");
    tokens.expectSymbol("(");
    String schema = "";
    while (!tokens.peek().map(token -> token.type() == Token.Type.OPERATOR).orElse(true)) {
      schema = tokens.name();
      tokens.expectSymbol(".");
    }
    String text = tokens.next().text();
    String operator = text.equals("!=") ? "<>" : text;
    tokens.expectSymbol(")");
    List<String> path = schema.isEmpty() ? List.of(operator) : List.of(schema, operator);
    reading.mentions.add(new Mention.OfOperator(path, at, tokens.mark()));
    return new Name(schema.equals("pg_catalog") ? "" : schema, operator).at(at);
  }
}
