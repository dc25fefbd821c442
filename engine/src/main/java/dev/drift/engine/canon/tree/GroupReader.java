package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in parentheses or brackets: queries, rows, arrays. */
final class GroupReader {
  private final Reading reading;

  GroupReader(Reading reading) {
    this.reading = reading;
  }

  /** {@return what stands in parentheses: a query, an expression, or a row of several} */
  Scalar parenthesized() {
    Scalar list = parenthesizedList();
    return list instanceof Node.Row(List<Scalar> fields) && fields.size() == 1
        ? fields.get(0)
        : list;
  }

  /** {@return a query in parentheses, or a {@link Node.Row} of one or more expressions} */
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
    List<Scalar> fields = fields(false);
    tokens.expectSymbol(")");
    return new Node.Row(fields);
  }

  /** The fields of a row, or one expression, that stands in parentheses without the word. */
  private List<Scalar> fields(boolean row) {
    var fields = new ArrayList<Scalar>();
    var stars = new ArrayList<Mention>();
    do {
      int from = tokens().mark();
      Scalar field = reading.expressions.read();
      if (field instanceof Node.Star(List<String> qualifier) && !qualifier.isEmpty()) {
        stars.add(new Mention.OfFields(qualifier, from, tokens().mark()));
      }
      fields.add(field);
    } while (tokens().acceptSymbol(","));
    if (row || fields.size() > 1) {
      reading.mentions.addAll(stars);
    }
    return fields;
  }

  /** {@return what stands behind {@code ROW}} */
  Scalar row() {
    TokenReader tokens = tokens();
    tokens.expectSymbol("(");
    if (tokens.acceptSymbol(")")) {
      return new Node.Row(List.of());
    }
    List<Scalar> fields = fields(true);
    tokens.expectSymbol(")");
    return new Node.Row(fields);
  }

  /** {@return what stands behind {@code ARRAY}: a query or elements} */
  Scalar array() {
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

  private TokenReader tokens() {
    return reading.tokens;
  }
}
