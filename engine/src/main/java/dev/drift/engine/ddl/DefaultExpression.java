package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** What stands behind DEFAULT, as the server keeps it for a column or a domain. */
final class DefaultExpression {
  private DefaultExpression() {}

  /**
   * {@return the default of what is of {@code type}}
   *
   * <p>None for a plain NULL (heap.c, AddRelationNewConstraints; typecmds.c, AlterDomainDefault),
   * but where the type has a modifier or is a domain: there the coercion to it is no constant, and
   * the server keeps it.
   */
  static Optional<Expression> read(List<Token> tokens, TypeName type, Context context) {
    Expression expression = Expressions.read(tokens, context.scope(), Optional.empty());
    boolean domain =
        !type.array()
            && context.objects().contains(ObjectId.of(Kind.DOMAIN, type.schema(), type.name()));
    return isNull(expression, type, context) && !domain
        ? Optional.empty()
        : Optional.of(expression);
  }

  /** An interval's modifier is applied as the literal is read (parse_coerce.c, coerce_type). */
  private static boolean isNull(Expression expression, TypeName type, Context context) {
    var tokens = new TokenReader(Tokenizer.tokenize(expression.sql()));
    boolean cast = tokens.accept("cast") && tokens.acceptSymbol("(");
    if (!tokens.accept("null")) {
      return false;
    }
    if (tokens.atEnd()) {
      return type.modifier().isEmpty() || type.isBuiltin("interval");
    }
    if (!(cast ? tokens.accept("as") : tokens.acceptSymbol("::"))) {
      return false;
    }
    TypeName own = Types.read(tokens, context.scope());
    return (!cast || tokens.acceptSymbol(")"))
        && tokens.atEnd()
        && type.modifier().isEmpty()
        && (own.equals(type) || own.isBuiltin("interval") && type.isBuiltin("interval"));
  }
}
