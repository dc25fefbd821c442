package dev.drift.engine.canon.tree;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the readers of one text share: its tokens, each other, and the names they meet. */
final class Reading {
  final TokenReader tokens;
  final Function<TokenReader, TypeName> types;
  final List<Mention> mentions = new ArrayList<>();
  final ExpressionReader expressions = new ExpressionReader(this);
  final PredicateReader predicates = new PredicateReader(this);
  final PrimaryReader primaries = new PrimaryReader(this);
  final TypedLiteralReader literals = new TypedLiteralReader(this);
  final GroupReader groups = new GroupReader(this);
  final CallReader calls = new CallReader(this);
  final SpecialReader specials = new SpecialReader(this);
  final QueryReader queries = new QueryReader(this);
  final SelectReader selects = new SelectReader(this);
  final FromReader froms = new FromReader(this);

  Reading(List<Token> tokens, Function<TokenReader, TypeName> types) {
    this.tokens = new TokenReader(tokens);
    this.types = types;
  }

  TypeName type() {
    int from = tokens.mark();
    TypeName type = types.apply(tokens);
    mentions.add(new Mention.OfType(type, from, tokens.mark()));
    return type;
  }

  /** Goes back to {@code mark} and forgets what was met behind it. */
  void reset(int mark) {
    tokens.reset(mark);
    mentions.removeIf(mention -> mention.from() >= mark);
  }

  boolean at(int ahead, String word) {
    return tokens.peek(ahead).filter(token -> token.is(word)).isPresent();
  }

  boolean atSymbol(int ahead, String symbol) {
    return tokens.peek(ahead).filter(token -> token.isSymbol(symbol)).isPresent();
  }

  /** {@return the names in {@code (a, b)}, which must come next} */
  List<String> names() {
    var names = new ArrayList<String>();
    tokens.expectSymbol("(");
    do {
      names.add(tokens.name());
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return names;
  }

  /** {@return the collation that is named next} */
  Name collation() {
    int from = tokens.mark();
    List<String> path = path();
    mentions.add(new Mention.OfCollation(path, from, tokens.mark()));
    return Name.of(path).at(from);
  }

  /** {@return the dotted name that comes next} */
  List<String> path() {
    var path = new ArrayList<String>();
    path.add(tokens.name());
    while (tokens.acceptSymbol(".")) {
      path.add(tokens.name());
    }
    return path;
  }
}
