package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Join;
import dev.drift.engine.ddl.guard.Selection.Source;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of FROM. */
final class SourceReader {
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "on",
          "using",
          "order",
          "group",
          "limit",
          "union",
          "having",
          "for",
          "except",
          "intersect",
          "loop");

  private final TokenReader tokens;
  private final Map<String, Selection> common;

  /** Reads on in {@code tokens}; {@code common} are the queries of WITH. */
  SourceReader(TokenReader tokens, Map<String, Selection> common) {
    this.tokens = tokens;
    this.common = common;
  }

  /** Reads all items with their join conditions. */
  List<Join> joins() {
    var joins = new ArrayList<Join>();
    joins.add(new Join(source(), false, Optional.empty()));
    while (true) {
      if (tokens.acceptSymbol(",") || tokens.accept("cross", "join")) {
        joins.add(new Join(source(), false, Optional.empty()));
        continue;
      }
      boolean left = tokens.accept("left");
      if (left) {
        tokens.accept("outer");
      } else {
        tokens.accept("inner");
      }
      if (!tokens.accept("join")) {
        return joins;
      }
      Source source = source();
      joins.add(new Join(source, left, on(joins, source)));
    }
  }

  private Optional<Formula> on(List<Join> before, Source source) {
    if (tokens.accept("on")) {
      return Optional.of(new FormulaReader(tokens).formula());
    }
    tokens.expect("using");
    var columns = new TokenReader(tokens.group());
    Optional<Formula> condition = Optional.empty();
    do {
      String column = columns.name();
      String other = before.get(0).source().alias();
      Formula same =
          new Formula.Binary(
              "=",
              new Formula.Name(List.of(other, column)),
              new Formula.Name(List.of(source.alias(), column)));
      condition =
          Optional.of(condition.<Formula>map(c -> new Formula.Binary("and", c, same)).orElse(same));
    } while (columns.acceptSymbol(","));
    return condition;
  }

  private Source source() {
    tokens.accept("lateral");
    tokens.accept("only");
    if (tokens.atSymbol("(")) {
      return derived(tokens.group());
    }
    int start = tokens.mark();
    String first = tokens.name();
    boolean qualified = tokens.acceptSymbol(".");
    String name = qualified ? tokens.name() : first;
    if (tokens.atSymbol("(")) {
      tokens.reset(start);
      Formula call = new OperandReader(tokens, new FormulaReader(tokens)).operand();
      boolean numbered = tokens.accept("with", "ordinality");
      String alias = alias(name);
      return new Source.Function(call, numbered, alias, columns());
    }
    Selection shared = qualified ? null : common.get(name);
    return shared != null
        ? new Source.Query(shared, alias(name))
        : new Source.Table(qualified ? first : "", name, alias(name));
  }

  private Source derived(List<Token> group) {
    if (!group.isEmpty() && group.get(0).is("values")) {
      List<List<Formula>> rows = valueRows(new TokenReader(group));
      String alias = alias("?");
      return new Source.Values(rows, alias, columns());
    }
    Selection query = SelectionReader.read(group);
    return new Source.Query(query, alias("?"));
  }

  /** Reads {@code VALUES (…), …}. */
  static List<List<Formula>> valueRows(TokenReader tokens) {
    tokens.expect("values");
    var rows = new ArrayList<List<Formula>>();
    do {
      rows.add(FormulaReader.list(tokens.group()));
    } while (tokens.acceptSymbol(","));
    return rows;
  }

  private String alias(String otherwise) {
    if (tokens.accept("as")) {
      return tokens.name();
    }
    boolean named =
        tokens.peek().filter(t -> t.isName() && !NO_ALIAS.contains(t.value())).isPresent();
    return named ? tokens.name() : otherwise;
  }

  private List<String> columns() {
    if (!tokens.atSymbol("(")) {
      return List.of();
    }
    var group = new TokenReader(tokens.group());
    var columns = new ArrayList<String>();
    do {
      columns.add(group.name());
      while (!group.atEnd() && !group.atSymbol(",")) {
        group.next();
      }
    } while (group.acceptSymbol(","));
    return columns;
  }
}
