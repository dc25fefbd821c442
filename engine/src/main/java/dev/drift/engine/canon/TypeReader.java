package dev.drift.engine.canon;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a type name by the grammar's rule {@code Typename} (gram.y), all spellings. */
final class TypeReader {
  private final TokenReader tokens;
  private final GrammarTypeReader grammar;
  private final TypeLookup names;

  private TypeReader(TokenReader tokens, Optional<Scope> scope, boolean lengthImplied) {
    this.tokens = tokens;
    this.grammar = new GrammarTypeReader(tokens, lengthImplied);
    this.names = new TypeLookup(scope);
  }

  /** {@return a reader of SQL whose names are looked up in {@code scope}} */
  static TypeReader of(TokenReader tokens, Scope scope) {
    return new TypeReader(tokens, Optional.of(scope), true);
  }

  /** {@return a reader of SQL whose names are qualified where they can be} */
  static TypeReader ofQualified(TokenReader tokens) {
    return new TypeReader(tokens, Optional.empty(), true);
  }

  /** {@return a reader of {@code format_type}'s text, where {@code character} has no length} */
  static TypeReader ofFormatted(TokenReader tokens) {
    return new TypeReader(tokens, Optional.empty(), false);
  }

  /** {@return the type that comes next, with its array marks} */
  TypeName read() {
    TypeName type = simple();
    boolean array = type.array();
    if (tokens.accept("array")) {
      array = true;
      if (tokens.acceptSymbol("[")) {
        dimension();
      }
      return array ? type.toArray() : type;
    }
    while (tokens.atSymbol("[")) {
      tokens.next();
      dimension();
      array = true;
    }
    return array ? type.toArray() : type;
  }

  private void dimension() {
    if (!tokens.atSymbol("]")) {
      if (tokens.next().type() != Token.Type.NUMBER) {
        throw tokens.unexpected("an array dimension");
      }
    }
    tokens.expectSymbol("]");
  }

  private TypeName simple() {
    Token first = tokens.peek().orElseThrow(() -> tokens.unexpected("a type"));
    boolean qualified = tokens.peek(1).filter(token -> token.isSymbol(".")).isPresent();
    if (first.type() == Token.Type.WORD && !qualified) {
      Optional<TypeName> known = grammar.read(first.value());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return generic();
  }

  private TypeName generic() {
    var path = new ArrayList<String>();
    path.add(tokens.name());
    while (tokens.atSymbol(".")) {
      tokens.next();
      path.add(tokens.name());
    }
    if (tokens.atSymbol("%")
        && tokens.peek(1).filter(token -> token.is("type")).isPresent()
        && path.size() > 1) {
      tokens.next();
      tokens.next();
      return names.ofColumn(path);
    }
    String name = path.get(path.size() - 1);
    String schema = path.size() > 1 ? path.get(path.size() - 2) : "";
    String modifier = grammar.modifier();
    return schema.isEmpty()
        ? names.unqualified(name, modifier)
        : names.qualified(schema, name, modifier);
  }
}
