package dev.drift.engine.ddl;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;

/** A name in a statement and the token it starts with. */
record Named(QualifiedName name, Token at) {

  /** Reads {@code name} or {@code schema.name}. */
  static Named read(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a name"));
    return new Named(Names.read(tokens), at);
  }

  /** Reads a name that has no schema. */
  static Named readGlobal(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a name"));
    return new Named(new QualifiedName("", tokens.name()), at);
  }

  /** {@return the name itself, without its schema} */
  String plain() {
    return name.name();
  }

  /** {@return the schema in which something of this name is created} */
  String creationSchema(Context context) {
    return Names.creationSchema(name, at, context);
  }
}
