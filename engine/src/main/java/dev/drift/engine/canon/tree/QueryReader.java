package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code SelectStmt}: WITH, set operations, ORDER BY, LIMIT, locking. */
final class QueryReader {
  private final Reading reading;

  QueryReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  QueryNode read() {
    TokenReader tokens = tokens();
    var with = new ArrayList<Clause.Cte>();
    boolean recursive = false;
    if (tokens.accept("with")) {
      recursive = tokens.accept("recursive");
      do {
        with.add(cte());
      } while (tokens.acceptSymbol(","));
    }
    Body body = union();
    QueryNode tail = tail(with, recursive, body);
    return tail.isBare() && body instanceof Body.Nested(QueryNode inner) ? inner : tail;
  }

  private QueryNode tail(List<Clause.Cte> with, boolean recursive, Body body) {
    TokenReader tokens = tokens();
    List<Clause.Sort> order = order();
    Optional<Scalar> limit = Optional.empty();
    Optional<Scalar> offset = Optional.empty();
    boolean ties = false;
    var locks = new ArrayList<Clause.Lock>();
    while (true) {
      if (tokens.accept("limit")) {
        limit = tokens.accept("all") ? Optional.empty() : Optional.of(reading.expressions.read());
      } else if (tokens.accept("offset")) {
        offset = Optional.of(reading.expressions.read());
        if (!tokens.accept("rows")) {
          tokens.accept("row");
        }
      } else if (tokens.accept("fetch")) {
        limit = Optional.of(fetch());
        ties = tokens.accept("with", "ties");
        if (!ties) {
          tokens.expect("only");
        }
      } else if (tokens.at("for")) {
        locks.add(lock());
      } else {
        return new QueryNode(with, recursive, body, order, limit, ties, offset, locks);
      }
    }
  }

  private Scalar fetch() {
    TokenReader tokens = tokens();
    if (!tokens.accept("first")) {
      tokens.expect("next");
    }
    Scalar count =
        tokens.at("row") || tokens.at("rows")
            ? new Node.Literal(Node.LiteralKind.NUMBER, "1")
            : reading.primaries.read();
    if (!tokens.accept("rows")) {
      tokens.expect("row");
    }
    return count;
  }

  private Clause.Lock lock() {
    TokenReader tokens = tokens();
    tokens.expect("for");
    var strength = new StringBuilder();
    for (String word : List.of("no", "key", "update", "share")) {
      if (tokens.accept(word)) {
        strength.append(strength.isEmpty() ? "" : " ").append(word.toUpperCase(Locale.ROOT));
      }
    }
    var of = new ArrayList<String>();
    if (tokens.accept("of")) {
      do {
        of.add(String.join(".", reading.path()));
      } while (tokens.acceptSymbol(","));
    }
    String wait = "";
    if (tokens.accept("nowait")) {
      wait = "NOWAIT";
    } else if (tokens.accept("skip", "locked")) {
      wait = "SKIP LOCKED";
    }
    return new Clause.Lock(strength.toString(), of, wait);
  }

  private Clause.Cte cte() {
    TokenReader tokens = tokens();
    String name = tokens.name();
    List<String> columns = tokens.atSymbol("(") ? reading.names() : List.of();
    tokens.expect("as");
    Optional<Boolean> materialized = Optional.empty();
    if (tokens.accept("materialized")) {
      materialized = Optional.of(true);
    } else if (tokens.accept("not", "materialized")) {
      materialized = Optional.of(false);
    }
    tokens.expectSymbol("(");
    QueryNode query = read();
    tokens.expectSymbol(")");
    return new Clause.Cte(name, columns, materialized, query, cteTail());
  }

  /** SEARCH and CYCLE, kept as words. */
  private String cteTail() {
    var tail = new StringBuilder();
    TokenReader tokens = tokens();
    while (tokens.at("search") || tokens.at("cycle")) {
      do {
        Token token = tokens.next();
        tail.append(tail.isEmpty() ? "" : " ").append(token.text());
      } while (!tokens.atEnd()
          && !tokens.at("search")
          && !tokens.at("cycle")
          && !tokens.at("select")
          && !tokens.at("values")
          && !tokens.atSymbol("(")
          && !(tokens.atSymbol(",")
              && tokens.peek(1).filter(Token::isName).isPresent()
              && (reading.at(2, "as") || reading.atSymbol(2, "("))));
    }
    return tail.toString();
  }

  List<Clause.Sort> order() {
    TokenReader tokens = tokens();
    if (!tokens.accept("order", "by")) {
      return List.of();
    }
    var order = new ArrayList<Clause.Sort>();
    do {
      order.add(sort());
    } while (tokens.acceptSymbol(","));
    return order;
  }

  private Clause.Sort sort() {
    TokenReader tokens = tokens();
    Scalar key = reading.expressions.read();
    String using = "";
    boolean descending = false;
    if (tokens.accept("using")) {
      using = tokens.next().text();
      descending = using.startsWith(">");
      using = using.equals("<") || using.equals(">") ? "" : using;
    } else if (tokens.accept("desc")) {
      descending = true;
    } else {
      tokens.accept("asc");
    }
    boolean nullsFirst = descending;
    if (tokens.accept("nulls", "first")) {
      nullsFirst = true;
    } else if (tokens.accept("nulls", "last")) {
      nullsFirst = false;
    }
    return new Clause.Sort(key, descending, nullsFirst, using);
  }

  private Body union() {
    TokenReader tokens = tokens();
    Body left = intersect();
    while (tokens.at("union") || tokens.at("except")) {
      String word = tokens.next().value().toUpperCase(Locale.ROOT);
      boolean all = all();
      left = new Body.SetOperation(word, all, left, intersect());
    }
    return left;
  }

  private Body intersect() {
    TokenReader tokens = tokens();
    Body left = primary();
    while (tokens.accept("intersect")) {
      boolean all = all();
      left = new Body.SetOperation("INTERSECT", all, left, primary());
    }
    return left;
  }

  private boolean all() {
    boolean all = tokens().accept("all");
    if (!all) {
      tokens().accept("distinct");
    }
    return all;
  }

  private Body primary() {
    TokenReader tokens = tokens();
    if (tokens.acceptSymbol("(")) {
      QueryNode query = read();
      tokens.expectSymbol(")");
      return query.isBare() ? query.body() : new Body.Nested(query);
    }
    return reading.selects.read();
  }
}
