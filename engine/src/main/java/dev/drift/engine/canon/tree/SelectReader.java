package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one SELECT, VALUES or TABLE: {@code simple_select}. */
final class SelectReader {
  private final Reading reading;

  SelectReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  Body read() {
    TokenReader tokens = tokens();
    if (tokens.accept("values")) {
      return values();
    }
    if (tokens.accept("table")) {
      return table();
    }
    tokens.expect("select");
    return select();
  }

  private Body values() {
    TokenReader tokens = tokens();
    var rows = new ArrayList<List<Scalar>>();
    do {
      tokens.expectSymbol("(");
      rows.add(reading.expressions.list());
      tokens.expectSymbol(")");
    } while (tokens.acceptSymbol(","));
    return new Body.Values(rows);
  }

  /** {@code TABLE t} is {@code SELECT * FROM t}. */
  private Body table() {
    var target = new Clause.Target(new Node.Star(List.of()), "");
    return new Body.Select(
        Optional.empty(),
        List.of(target),
        List.of(reading.froms.relation()),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  private Body select() {
    TokenReader tokens = tokens();
    Optional<List<Scalar>> distinct = distinct();
    var targets = new ArrayList<Clause.Target>();
    if (!tokens.at("from") && !tokens.at("where") && !tokens.atEnd() && !tokens.atSymbol(")")) {
      do {
        targets.add(target());
      } while (tokens.acceptSymbol(","));
    }
    if (tokens.at("into")) {
      throw tokens.unexpected("FROM");
    }
    List<FromItem> from = tokens.accept("from") ? reading.froms.list() : List.of();
    Optional<Scalar> where = optional("where");
    boolean groupDistinct = false;
    List<Clause.Grouping> group = List.of();
    if (tokens.accept("group", "by")) {
      groupDistinct = tokens.accept("distinct");
      if (!groupDistinct) {
        tokens.accept("all");
      }
      group = groupings();
    }
    Optional<Scalar> having = optional("having");
    return new Body.Select(distinct, targets, from, where, group, groupDistinct, having, windows());
  }

  private Optional<List<Scalar>> distinct() {
    TokenReader tokens = tokens();
    if (tokens.accept("distinct")) {
      if (!tokens.accept("on")) {
        return Optional.of(List.of());
      }
      tokens.expectSymbol("(");
      List<Scalar> on = reading.expressions.list();
      tokens.expectSymbol(")");
      return Optional.of(on);
    }
    tokens.accept("all");
    return Optional.empty();
  }

  private Optional<Scalar> optional(String word) {
    return tokens().accept(word) ? Optional.of(reading.expressions.read()) : Optional.empty();
  }

  private Clause.Target target() {
    TokenReader tokens = tokens();
    if (tokens.atSymbol("*")) {
      tokens.next();
      return new Clause.Target(new Node.Star(List.of()), "");
    }
    Scalar value = reading.expressions.read();
    if (tokens.accept("as")) {
      return new Clause.Target(value, tokens.name());
    }
    boolean labelled = tokens.peek().filter(Words::canBeBareLabel).isPresent();
    return new Clause.Target(value, labelled ? tokens.name() : "");
  }

  private List<Clause.Grouping> groupings() {
    var list = new ArrayList<Clause.Grouping>();
    do {
      list.add(grouping());
    } while (tokens().acceptSymbol(","));
    return list;
  }

  private Clause.Grouping grouping() {
    TokenReader tokens = tokens();
    if (reading.atSymbol(0, "(") && reading.atSymbol(1, ")")) {
      tokens.next();
      tokens.next();
      return new Clause.Grouping("", List.of(new Node.Row(List.of())));
    }
    for (String word : List.of("rollup", "cube", "grouping")) {
      boolean sets = word.equals("grouping");
      if (sets ? reading.at(0, word) && reading.at(1, "sets") : isList(word)) {
        tokens.next();
        if (sets) {
          tokens.next();
        }
        tokens.expectSymbol("(");
        var elements = new ArrayList<Node>(groupings());
        tokens.expectSymbol(")");
        String name = sets ? "GROUPING SETS" : word.toUpperCase(Locale.ROOT);
        return new Clause.Grouping(name, elements);
      }
    }
    return new Clause.Grouping("", List.of(reading.expressions.read()));
  }

  private boolean isList(String word) {
    return reading.at(0, word) && reading.atSymbol(1, "(");
  }

  private List<Clause.NamedWindow> windows() {
    TokenReader tokens = tokens();
    if (!tokens.accept("window")) {
      return List.of();
    }
    var windows = new ArrayList<Clause.NamedWindow>();
    do {
      String name = tokens.name();
      tokens.expect("as");
      windows.add(new Clause.NamedWindow(name, window()));
    } while (tokens.acceptSymbol(","));
    return windows;
  }

  /** {@code ( [name] [PARTITION BY …] [ORDER BY …] [frame] )}. */
  Clause.Window window() {
    TokenReader tokens = tokens();
    tokens.expectSymbol("(");
    String name = "";
    boolean begins =
        tokens.at("partition", "by")
            || tokens.at("order", "by")
            || tokens.at("rows")
            || tokens.at("range")
            || tokens.at("groups");
    if (!begins && tokens.peek().filter(Token::isName).isPresent()) {
      name = tokens.name();
    }
    List<Scalar> partition =
        tokens.accept("partition", "by") ? reading.expressions.list() : List.of();
    List<Clause.Sort> order = reading.queries.order();
    Optional<Clause.Frame> frame = frame();
    tokens.expectSymbol(")");
    return new Clause.Window(name, false, partition, order, frame);
  }

  private Optional<Clause.Frame> frame() {
    TokenReader tokens = tokens();
    if (!tokens.at("rows") && !tokens.at("range") && !tokens.at("groups")) {
      return Optional.empty();
    }
    String unit = tokens.next().value().toUpperCase(Locale.ROOT);
    Clause.Bound from;
    Clause.Bound to = new Clause.Bound(Optional.empty(), "CURRENT ROW");
    if (tokens.accept("between")) {
      from = bound();
      tokens.expect("and");
      to = bound();
    } else {
      from = bound();
    }
    String exclusion = "";
    if (tokens.accept("exclude")) {
      var words = new ArrayList<String>();
      while (!tokens.atSymbol(")")) {
        words.add(tokens.next().value().toUpperCase(Locale.ROOT));
      }
      exclusion = String.join(" ", words);
    }
    return Optional.of(
        new Clause.Frame(unit, from, to, exclusion.equals("NO OTHERS") ? "" : exclusion));
  }

  private Clause.Bound bound() {
    TokenReader tokens = tokens();
    if (tokens.accept("current", "row")) {
      return new Clause.Bound(Optional.empty(), "CURRENT ROW");
    }
    Optional<Scalar> offset =
        tokens.at("unbounded") ? Optional.empty() : Optional.of(reading.expressions.read());
    boolean unbounded = tokens.accept("unbounded");
    String direction = tokens.next().value().toUpperCase(Locale.ROOT);
    return new Clause.Bound(offset, unbounded ? "UNBOUNDED " + direction : direction);
  }
}
