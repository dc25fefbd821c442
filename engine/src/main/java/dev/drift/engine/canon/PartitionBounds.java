package dev.drift.engine.canon;

import dev.drift.engine.canon.constant.Constants;
import dev.drift.engine.canon.constant.Moments;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the bounds of partitions, {@code FOR VALUES …} and {@code DEFAULT}, which are no
 * expressions: constant by constant, each as one of its key's type (parse_utilcmd.c,
 * transformPartitionBoundValue).
 */
final class PartitionBounds {
  private final List<Optional<TypeName>> keys;

  /** Compares bounds by the types of the parent's keys, as far as they are known. */
  PartitionBounds(List<Optional<TypeName>> keys) {
    this.keys = keys;
  }

  static boolean isBound(List<Token> tokens) {
    return tokens.size() > 1 && tokens.get(0).is("for") && tokens.get(1).is("values")
        || tokens.size() == 1 && tokens.get(0).is("default");
  }

  /** {@param a as migrations say it, {@code b} as a server prints it} */
  Match compare(List<Token> a, List<Token> b) {
    if (!skeleton(a).equals(skeleton(b))) {
      return Match.DIFFERENT;
    }
    List<List<Token>> left = values(a).stream().map(PartitionBounds::signed).toList();
    List<List<Token>> right = values(b).stream().map(PartitionBounds::signed).toList();
    boolean list = a.size() > 2 && a.get(2).is("in");
    boolean hash = a.size() > 2 && a.get(2).is("with");
    if (left.size() != right.size() || hash && !texts(left).equals(texts(right))) {
      return Match.DIFFERENT;
    }
    var match = Match.EQUAL;
    for (int i = 0; i < left.size(); i++) {
      int width = Math.max(1, left.size() / 2);
      int key = list ? 0 : i % width;
      Optional<TypeName> type = key >= keys.size() ? Optional.empty() : keys.get(key);
      match = match.and(values(left.get(i), right.get(i), type));
    }
    return match;
  }

  /** The words outside parentheses. */
  private static List<String> skeleton(List<Token> tokens) {
    var words = new ArrayList<String>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        words.add(token.value());
      }
    }
    return words;
  }

  /** What stands between the commas of all lists. */
  private static List<List<Token>> values(List<Token> tokens) {
    var values = new ArrayList<List<Token>>();
    int depth = 0;
    for (Token token : tokens) {
      depth -= token.isSymbol(")") ? 1 : 0;
      boolean separator = depth == 1 && token.isSymbol(",");
      if (depth > 0 && !separator) {
        values.get(values.size() - 1).add(token);
      }
      boolean opens = token.isSymbol("(");
      if (separator || opens && depth == 0) {
        values.add(new ArrayList<>());
      }
      depth += opens ? 1 : 0;
    }
    return values;
  }

  /** {@code -2}, which the server prints as {@code '-2'}, as one token. */
  private static List<Token> signed(List<Token> value) {
    if (value.size() != 2
        || value.get(1).type() != Type.NUMBER
        || !value.get(0).isSymbol("-") && !value.get(0).isSymbol("+")) {
      return value;
    }
    Token number = value.get(1);
    String text = value.get(0).isSymbol("-") ? "-" + number.text() : number.text();
    return List.of(
        new Token(Type.NUMBER, text, text, number.offset(), number.line(), number.column()));
  }

  private static Match values(List<Token> a, List<Token> b, Optional<TypeName> type) {
    if (text(a).equals(text(b))) {
      return Match.EQUAL;
    }
    boolean single = a.size() == 1 && b.size() == 1;
    boolean words = single && (isWord(a.get(0)) || isWord(b.get(0)));
    if (words) {
      return Match.DIFFERENT;
    }
    if (!single) {
      return a.stream().allMatch(token -> token.type() != Type.WORD) && a.size() == b.size()
          ? Match.DIFFERENT
          : Match.UNKNOWN;
    }
    String left = a.get(0).value();
    String right = b.get(0).value();
    if (type.isEmpty()) {
      return left.indexOf(':') > 0 && right.indexOf(':') > 0 ? Match.UNKNOWN : Match.DIFFERENT;
    }
    if (type.get().isBuiltin("timestamp with time zone")) {
      return Moments.compare(left, right);
    }
    Optional<String> one = canonical(type.get(), left);
    Optional<String> other = canonical(type.get(), right);
    return one.isPresent() && other.isPresent()
        ? one.equals(other) ? Match.EQUAL : Match.DIFFERENT
        : Match.UNKNOWN;
  }

  /** MINVALUE, MAXVALUE and NULL are no constants. */
  private static boolean isWord(Token token) {
    return token.type() == Type.WORD && !token.is("true") && !token.is("false");
  }

  /** The scale of a number is its key's. */
  private static Optional<String> canonical(TypeName type, String text) {
    Optional<String> canonical = Constants.canonical(type, text);
    boolean fraction =
        type.isBuiltin("numeric") && canonical.filter(one -> one.indexOf('.') > 0).isPresent();
    return fraction ? canonical.map(one -> one.replaceFirst("\\.?0+$", "")) : canonical;
  }

  private static List<List<String>> texts(List<List<Token>> values) {
    return values.stream().map(PartitionBounds::text).toList();
  }

  private static List<String> text(List<Token> tokens) {
    return tokens.stream().map(Token::value).toList();
  }
}
