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

/** Reads {@code c_expr}: what operators combine, with subscripts and field selection behind it. */
final class PrimaryReader {
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
        yield indirection(reading.groups.parenthesized());
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
        return Optional.of(indirection(reading.groups.array()));
      }
      case "row" -> {
        if (reading.atSymbol(1, "(")) {
          tokens.next();
          return Optional.of(reading.groups.row());
        }
      }
      default -> {}
    }
    return reading.literals.read(word).map(this::indirection).or(() -> reading.specials.read(word));
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
