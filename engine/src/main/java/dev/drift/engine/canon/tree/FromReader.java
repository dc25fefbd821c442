package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads FROM: {@code table_ref} and joins. */
final class FromReader {
  private final Reading reading;

  FromReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  List<FromItem> list() {
    var list = new ArrayList<FromItem>();
    do {
      list.add(item());
    } while (tokens().acceptSymbol(","));
    return list;
  }

  private FromItem item() {
    FromItem left = primary();
    while (true) {
      Optional<FromItem> join = join(left);
      if (join.isEmpty()) {
        return left;
      }
      left = join.get();
    }
  }

  private Optional<FromItem> join(FromItem left) {
    TokenReader tokens = tokens();
    if (tokens.accept("cross", "join")) {
      return Optional.of(
          new FromItem.Join(
              "CROSS", false, left, primary(), Optional.empty(), List.of(), "", Alias.NONE));
    }
    int mark = tokens.mark();
    boolean natural = tokens.accept("natural");
    String kind = "INNER";
    if (tokens.at("left") || tokens.at("right") || tokens.at("full")) {
      kind = tokens.next().value().toUpperCase(Locale.ROOT);
      tokens.accept("outer");
    } else {
      tokens.accept("inner");
    }
    if (!tokens.accept("join")) {
      tokens.reset(mark);
      return Optional.empty();
    }
    FromItem right = natural ? primary() : joined();
    if (natural) {
      return Optional.of(
          new FromItem.Join(kind, true, left, right, Optional.empty(), List.of(), "", Alias.NONE));
    }
    return Optional.of(condition(kind, left, right));
  }

  /** The right side of a join; {@code a JOIN b JOIN c ON … ON …} nests to the right. */
  private FromItem joined() {
    FromItem right = primary();
    while (!tokens().at("on") && !tokens().at("using")) {
      Optional<FromItem> join = join(right);
      if (join.isEmpty()) {
        throw tokens().unexpected("ON");
      }
      right = join.get();
    }
    return right;
  }

  private FromItem condition(String kind, FromItem left, FromItem right) {
    TokenReader tokens = tokens();
    if (tokens.accept("on")) {
      Scalar on = reading.expressions.read();
      return new FromItem.Join(
          kind, false, left, right, Optional.of(on), List.of(), "", Alias.NONE);
    }
    tokens.expect("using");
    List<String> using = reading.names();
    String alias = tokens.accept("as") ? tokens.name() : "";
    return new FromItem.Join(kind, false, left, right, Optional.empty(), using, alias, Alias.NONE);
  }

  private FromItem primary() {
    TokenReader tokens = tokens();
    boolean lateral = tokens.accept("lateral");
    if (tokens.atSymbol("(")) {
      return parenthesized(lateral);
    }
    if (tokens.at("rows", "from") && reading.atSymbol(2, "(")) {
      return rowsFrom(lateral);
    }
    Token first = tokens.peek().orElseThrow(() -> tokens.unexpected("a table"));
    if (!first.isName()) {
      throw tokens.unexpected("a table");
    }
    return isCall() ? function(lateral) : relation();
  }

  private FromItem parenthesized(boolean lateral) {
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    tokens.next();
    int ahead = 0;
    while (reading.atSymbol(ahead, "(")) {
      ahead++;
    }
    if (lateral
        || reading.at(ahead, "select")
        || reading.at(ahead, "with")
        || reading.at(ahead, "table")
        || reading.at(ahead, "values")) {
      try {
        QueryNode query = reading.queries.read();
        tokens.expectSymbol(")");
        return new FromItem.Derived(lateral, query, alias());
      } catch (TokenReader.Unexpected noQuery) {
        if (ahead == 0) {
          throw noQuery;
        }
        reading.reset(mark + 1);
      }
    }
    FromItem inner = item();
    tokens.expectSymbol(")");
    Alias alias = inner instanceof FromItem.Join ? alias() : Alias.NONE;
    return inner instanceof FromItem.Join join && !alias.equals(Alias.NONE)
        ? new FromItem.Join(
            join.kind(),
            join.natural(),
            join.left(),
            join.right(),
            join.on(),
            join.using(),
            join.usingAlias(),
            alias)
        : inner;
  }

  private boolean isCall() {
    int ahead = 0;
    while (reading.atSymbol(ahead + 1, ".")) {
      ahead += 2;
    }
    return reading.atSymbol(ahead + 1, "(")
        || ahead == 0
            && (reading.at(0, "current_date")
                || reading.at(0, "current_timestamp")
                || reading.at(0, "current_user")
                || reading.at(0, "session_user"));
  }

  private FromItem rowsFrom(boolean lateral) {
    TokenReader tokens = tokens();
    tokens.expect("rows", "from");
    tokens.expectSymbol("(");
    var parts = new ArrayList<FromItem.Part>();
    do {
      Scalar call = reading.primaries.read();
      parts.add(new FromItem.Part(call, tokens.accept("as") ? definitions() : List.of()));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    boolean ordinality = tokens.accept("with", "ordinality");
    return new FromItem.Function(lateral, parts, true, ordinality, alias(), List.of());
  }

  private FromItem function(boolean lateral) {
    TokenReader tokens = tokens();
    Scalar call = reading.primaries.read();
    boolean ordinality = tokens.accept("with", "ordinality");
    var parts = List.of(new FromItem.Part(call, List.of()));
    int mark = tokens.mark();
    boolean as = tokens.accept("as");
    String name =
        tokens.peek().filter(token -> as ? token.isName() : Words.canBeColumn(token)).isPresent()
            ? tokens.name()
            : "";
    if (tokens.atSymbol("(") && definesColumns()) {
      return new FromItem.Function(
          lateral, parts, false, ordinality, new Alias(name, List.of()), definitions());
    }
    tokens.reset(mark);
    return new FromItem.Function(lateral, parts, false, ordinality, alias(), List.of());
  }

  /** Whether {@code (name type, …)} comes next, not {@code (name, …)}. */
  private boolean definesColumns() {
    return tokens().peek(2).filter(token -> token.isName() || token.isSymbol(".")).isPresent();
  }

  private List<Clause.ColumnDefinition> definitions() {
    TokenReader tokens = tokens();
    tokens.expectSymbol("(");
    var definitions = new ArrayList<Clause.ColumnDefinition>();
    do {
      String name = tokens.name();
      TypeName type = reading.type();
      Optional<Name> collation =
          tokens.accept("collate") ? Optional.of(reading.collation()) : Optional.empty();
      definitions.add(new Clause.ColumnDefinition(name, type, collation));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return definitions;
  }

  FromItem.Relation relation() {
    TokenReader tokens = tokens();
    boolean only = tokens.accept("only");
    boolean enclosed = only && tokens.acceptSymbol("(");
    int from = tokens.mark();
    if (!tokens.peek().filter(Words::canBeColumn).isPresent()) {
      throw tokens.unexpected("a table");
    }
    List<String> path = reading.path();
    reading.mentions.add(new Mention.OfRelation(path, from, tokens.mark()));
    if (enclosed) {
      tokens.expectSymbol(")");
    }
    if (reading.atSymbol(0, "*")) {
      tokens.next();
    }
    Alias alias = alias();
    return new FromItem.Relation(Name.of(path), only, alias, sample(), new Place(from));
  }

  private Optional<Clause.Sample> sample() {
    TokenReader tokens = tokens();
    if (!tokens.accept("tablesample")) {
      return Optional.empty();
    }
    Name method = Name.of(reading.path());
    tokens.expectSymbol("(");
    List<Scalar> args = reading.expressions.list();
    tokens.expectSymbol(")");
    Optional<Scalar> seed = Optional.empty();
    if (tokens.accept("repeatable")) {
      tokens.expectSymbol("(");
      seed = Optional.of(reading.expressions.read());
      tokens.expectSymbol(")");
    }
    return Optional.of(new Clause.Sample(method, args, seed));
  }

  private Alias alias() {
    TokenReader tokens = tokens();
    boolean as = tokens.accept("as");
    boolean named = tokens.peek().filter(as ? Token::isName : Words::canBeColumn).isPresent();
    if (!named) {
      if (as) {
        throw tokens.unexpected("an alias");
      }
      return Alias.NONE;
    }
    String name = tokens.name();
    return new Alias(name, tokens.atSymbol("(") ? reading.names() : List.of());
  }
}
