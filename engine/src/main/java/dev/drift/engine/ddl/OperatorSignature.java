package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** An operator as ALTER, DROP and COMMENT name it: {@code s.@@ (text, NONE)}. */
record OperatorSignature(
    QualifiedName name, Optional<TypeName> left, Optional<TypeName> right, Token at) {

  static OperatorSignature read(TokenReader tokens, Context context) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("an operator"));
    QualifiedName name = Referents.operatorName(tokens);
    tokens.expectSymbol("(");
    Optional<TypeName> left = operand(tokens, context);
    tokens.expectSymbol(",");
    Optional<TypeName> right = operand(tokens, context);
    tokens.expectSymbol(")");
    return new OperatorSignature(name, left, right, at);
  }

  /** Reads a type or NONE. */
  static Optional<TypeName> operand(TokenReader tokens, Context context) {
    if (tokens.accept("none")) {
      return Optional.empty();
    }
    TypeName type = Types.read(tokens, context.scope());
    return Optional.of(type.plain());
  }

  /** {@return the operator's name with its operand types} */
  QualifiedName typed() {
    return new QualifiedName(name.schema(), name.name() + Types.operands(left, right));
  }

  Optional<SchemaObject> find(Context context) {
    return Names.first(typed(), context, object -> object.id().kind() == Kind.OPERATOR);
  }

  String message() {
    return "operator does not exist: " + typed();
  }

  SchemaObject require(Context context) {
    return find(context).orElseThrow(() -> Names.unknown(typed(), message(), at, context));
  }
}
