package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Literal;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code c_expr}: what operators combine, with subscripts and field selection behind it. */
final class PrimaryReader {
  private static final Set<String> TYPE_WORDS =
      Set.of(
          "int",
          "integer",
          "smallint",
          "bigint",
          "real",
          "float",
          "decimal",
          "dec",
          "numeric",
          "boolean",
          "bit",
          "character",
          "char",
          "varchar",
          "nchar",
          "national",
          "time",
          "timestamp",
          "interval",
          "double");

  private final Reading reading;

  PrimaryReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  Scalar read() {
    TokenReader tokens = tokens();
    Token next = tokens.peek().orElseThrow(() -> tokens.unexpected("an expression"));
    return switch (next.type()) {
      case STRING -> literal(LiteralKind.STRING, tokens.next().value());
      case NUMBER -> literal(LiteralKind.NUMBER, tokens.next().text());
      case BIT_STRING -> literal(LiteralKind.BITS, tokens.next().text());
      case PARAMETER -> indirection(new Node.Parameter(tokens.next().text()));
      case SYMBOL -> {
        if (!next.text().equals("(")) {
          throw tokens.unexpected("an expression");
        }
        yield indirection(parenthesized());
      }
      case WORD, QUOTED_NAME -> word(next);
      case OPERATOR, INVALID -> throw tokens.unexpected("an expression");
    };
  }

  private static Scalar literal(LiteralKind kind, String text) {
    return new Literal(kind, text);
  }

  private Scalar word(Token next) {
    if (next.type() == Token.Type.WORD) {
      Optional<Scalar> special = keyword(next.value());
      if (special.isPresent()) {
        return special.get();
      }
    }
    return name();
  }

  private Optional<Scalar> keyword(String word) {
    TokenReader tokens = tokens();
    switch (word) {
      case "null", "true", "false" -> {
        tokens.next();
        LiteralKind kind = LiteralKind.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        return Optional.of(literal(kind, word));
      }
      case "case" -> {
        return Optional.of(caseWhen());
      }
      case "exists" -> {
        if (reading.atSymbol(1, "(")) {
          tokens.next();
          tokens.next();
          QueryNode query = reading.queries.read();
          tokens.expectSymbol(")");
          return Optional.of(new Node.Exists(query));
        }
      }
      case "array" -> {
        tokens.next();
        return Optional.of(indirection(array()));
      }
      case "row" -> {
        if (reading.atSymbol(1, "(")) {
          tokens.next();
          return Optional.of(row());
        }
      }
      default -> {}
    }
    if (TYPE_WORDS.contains(word)) {
      Optional<Scalar> typed = typedLiteral();
      if (typed.isPresent()) {
        return typed;
      }
    }
    return reading.specials.read(word);
  }

  /** {@code timestamp '…'}, {@code interval '1' day}: a type the grammar knows, and a string. */
  private Optional<Scalar> typedLiteral() {
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    try {
      if (reading.at(0, "interval")
          && tokens.peek(1).filter(token -> token.type() == Token.Type.STRING).isPresent()) {
        tokens.next();
        String text = tokens.string();
        return Optional.of(new Node.Cast(literal(LiteralKind.STRING, text), fields()));
      }
      TypeName type = reading.type();
      if (tokens.peek().filter(token -> token.type() == Token.Type.STRING).isPresent()) {
        return Optional.of(
            indirection(new Node.Cast(literal(LiteralKind.STRING, tokens.string()), type)));
      }
    } catch (TokenReader.Unexpected noType) {
      reading.reset(mark);
      return Optional.empty();
    }
    reading.reset(mark);
    return Optional.empty();
  }

  /** The fields behind an interval's string: {@code day to second(3)}. */
  private TypeName fields() {
    var fields = new StringBuilder();
    for (String unit : List.of("year", "month", "day", "hour", "minute", "second")) {
      if (!reading.at(0, unit)) {
        continue;
      }
      tokens().next();
      fields.append(fields.isEmpty() ? "" : " to ").append(unit);
      if (unit.equals("second") && tokens().atSymbol("(")) {
        fields.append('(').append(tokens().group().get(0).text()).append(')');
      }
      if (!tokens().accept("to")) {
        break;
      }
    }
    return new TypeName("pg_catalog", "interval", fields.toString(), false);
  }

  private Scalar caseWhen() {
    TokenReader tokens = tokens();
    tokens.expect("case");
    Optional<Scalar> arg =
        tokens.at("when") ? Optional.empty() : Optional.of(reading.expressions.read());
    var whens = new ArrayList<Node.When>();
    while (tokens.accept("when")) {
      Scalar condition = reading.expressions.read();
      tokens.expect("then");
      whens.add(new Node.When(condition, reading.expressions.read()));
    }
    Optional<Scalar> otherwise =
        tokens.accept("else") ? Optional.of(reading.expressions.read()) : Optional.empty();
    tokens.expect("end");
    return new Node.Case(arg, whens, otherwise);
  }

  private Scalar array() {
    TokenReader tokens = tokens();
    if (tokens.acceptSymbol("(")) {
      QueryNode query = reading.queries.read();
      tokens.expectSymbol(")");
      return new Node.ArrayQuery(query);
    }
    return elements();
  }

  private Scalar elements() {
    TokenReader tokens = tokens();
    tokens.expectSymbol("[");
    var elements = new ArrayList<Scalar>();
    while (!tokens.atSymbol("]")) {
      elements.add(tokens.atSymbol("[") ? elements() : reading.expressions.read());
      if (!tokens.acceptSymbol(",")) {
        break;
      }
    }
    tokens.expectSymbol("]");
    return new Node.ArrayOf(elements);
  }

  private Scalar row() {
    TokenReader tokens = tokens();
    tokens.expectSymbol("(");
    if (tokens.acceptSymbol(")")) {
      return new Node.Row(List.of());
    }
    List<Scalar> fields = reading.expressions.list();
    tokens.expectSymbol(")");
    return new Node.Row(fields);
  }

  /** What stands in parentheses: a query, an expression, or a row of several. */
  Scalar parenthesized() {
    Scalar list = parenthesizedList();
    return list instanceof Node.Row(List<Scalar> fields) && fields.size() == 1
        ? fields.get(0)
        : list;
  }

  /** A query in parentheses, or a {@link Node.Row} of one or more expressions. */
  Scalar parenthesizedList() {
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    tokens.expectSymbol("(");
    if (startsQuery()) {
      try {
        QueryNode query = reading.queries.read();
        tokens.expectSymbol(")");
        return new Node.Subquery(query);
      } catch (TokenReader.Unexpected noQuery) {
        if (!reading.tokens.atEnd() && !opensWithParenthesis(mark)) {
          throw noQuery;
        }
        reading.reset(mark);
        tokens.expectSymbol("(");
      }
    }
    List<Scalar> fields = reading.expressions.list();
    tokens.expectSymbol(")");
    return new Node.Row(fields);
  }

  private boolean opensWithParenthesis(int mark) {
    int here = tokens().mark();
    tokens().reset(mark + 1);
    boolean opens = tokens().atSymbol("(");
    tokens().reset(here);
    return opens;
  }

  /** Whether, behind any more opening parentheses, a query begins. */
  private boolean startsQuery() {
    int ahead = 0;
    while (reading.atSymbol(ahead, "(")) {
      ahead++;
    }
    return reading.at(ahead, "select")
        || reading.at(ahead, "with")
        || reading.at(ahead, "values") && reading.atSymbol(ahead + 1, "(");
  }

  /** A column, a call, or a literal of a named type. */
  private Scalar name() {
    TokenReader tokens = tokens();
    int from = tokens.mark();
    Token first = tokens.next();
    if (!Words.canBeFunction(first)) {
      tokens.reset(from);
      throw tokens.unexpected("an expression");
    }
    var path = new ArrayList<String>();
    path.add(first.value());
    while (tokens.atSymbol(".")) {
      if (reading.tokens.peek(1).filter(token -> token.isSymbol("*")).isPresent()) {
        tokens.next();
        tokens.next();
        return new Node.Star(List.copyOf(path));
      }
      tokens.next();
      path.add(tokens.name());
    }
    if (tokens.atSymbol("(")) {
      return indirection(reading.calls.read(path, from));
    }
    if (tokens.peek().filter(token -> token.type() == Token.Type.STRING).isPresent()) {
      reading.reset(from);
      TypeName type = reading.type();
      return new Node.Cast(literal(LiteralKind.STRING, tokens.string()), type);
    }
    if (path.size() == 1 && !Words.canBeColumn(first)) {
      tokens.reset(from);
      throw tokens.unexpected("an expression");
    }
    reading.mentions.add(new Mention.OfColumn(List.copyOf(path), from, tokens.mark()));
    return indirection(new Node.Column(List.copyOf(path), new Place(from)));
  }

  /** Subscripts and, behind parentheses, fields. */
  private Scalar indirection(Scalar start) {
    TokenReader tokens = tokens();
    Scalar scalar = start;
    while (true) {
      if (tokens.acceptSymbol("[")) {
        scalar = subscript(scalar);
      } else if (tokens.atSymbol(".") && reading.atSymbol(1, "*")) {
        tokens.next();
        tokens.next();
        return new Node.FieldStar(scalar);
      } else if (tokens.acceptSymbol(".")) {
        scalar = new Node.Field(scalar, tokens.name());
      } else {
        return scalar;
      }
    }
  }

  private Scalar subscript(Scalar of) {
    TokenReader tokens = tokens();
    Optional<Scalar> from = bound();
    if (!tokens.acceptSymbol(":")) {
      tokens.expectSymbol("]");
      return new Node.Subscript(of, from, Optional.empty(), false);
    }
    Optional<Scalar> to = bound();
    tokens.expectSymbol("]");
    return new Node.Subscript(of, from, to, true);
  }

  private Optional<Scalar> bound() {
    return tokens().atSymbol(":") || tokens().atSymbol("]")
        ? Optional.empty()
        : Optional.of(reading.expressions.read());
  }
}
