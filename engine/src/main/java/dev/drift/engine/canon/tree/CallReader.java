package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Argument;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code func_expr}: a call with what aggregates and windows add to it. */
final class CallReader {
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");

  private final Reading reading;

  CallReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  /** The call of {@code path}, whose first token is {@code from}; at its parenthesis. */
  Scalar read(List<String> path, int from) {
    TokenReader tokens = tokens();
    int nameEnd = tokens.mark();
    tokens.expectSymbol("(");
    boolean distinct = tokens.accept("distinct");
    if (!distinct) {
      tokens.accept("all");
    }
    var args = new ArrayList<Argument>();
    if (reading.atSymbol(0, "*") && reading.atSymbol(1, ")")) {
      tokens.next();
      args.add(Argument.of(new Node.Star(List.of())));
    } else if (!tokens.atSymbol(")") && !tokens.at("order")) {
      do {
        args.add(argument());
      } while (tokens.acceptSymbol(","));
    }
    List<Clause.Sort> order = reading.queries.order();
    tokens.expectSymbol(")");
    mention(path, args, from, nameEnd);
    boolean withinGroup = tokens.accept("within", "group");
    if (withinGroup) {
      tokens.expectSymbol("(");
      order = reading.queries.order();
      tokens.expectSymbol(")");
    }
    return new Node.Call(
        Name.of(path).at(from),
        args,
        new Node.Modifiers(distinct, order, withinGroup, filter(), over()));
  }

  private void mention(List<String> path, List<Argument> args, int from, int nameEnd) {
    reading.mentions.add(new Mention.OfRoutine(List.copyOf(path), args.size(), from, nameEnd));
    if (OF_SEQUENCES.contains(path.get(path.size() - 1))
        && !args.isEmpty()
        && args.get(0).value() instanceof Node.Literal(LiteralKind kind, String text)
        && kind == LiteralKind.STRING) {
      reading.mentions.add(new Mention.OfRelationText(text, nameEnd + 1, nameEnd + 2));
    }
  }

  private Argument argument() {
    TokenReader tokens = tokens();
    boolean variadic = tokens.accept("variadic");
    if (tokens.peek().filter(Words::canBeFunction).isPresent()
        && (reading.atSymbol(1, "=>") || reading.atSymbol(1, ":="))) {
      String name = tokens.name();
      tokens.next();
      return new Argument(name, variadic, reading.expressions.read());
    }
    return new Argument("", variadic, reading.expressions.read());
  }

  Optional<Scalar> filter() {
    TokenReader tokens = tokens();
    if (!reading.at(0, "filter") || !reading.atSymbol(1, "(")) {
      return Optional.empty();
    }
    tokens.next();
    tokens.next();
    tokens.expect("where");
    Scalar filter = reading.expressions.read();
    tokens.expectSymbol(")");
    return Optional.of(filter);
  }

  Optional<Clause.Window> over() {
    TokenReader tokens = tokens();
    if (!tokens.accept("over")) {
      return Optional.empty();
    }
    if (tokens.atSymbol("(")) {
      return Optional.of(reading.selects.window());
    }
    return Optional.of(
        new Clause.Window(tokens.name(), true, List.of(), List.of(), Optional.empty()));
  }
}
