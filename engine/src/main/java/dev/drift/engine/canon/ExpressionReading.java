package dev.drift.engine.canon;

import dev.drift.engine.canon.resolve.InvalidQueryException;
import dev.drift.engine.canon.resolve.QueryResolver;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads an expression by its tree. Without subqueries its tokens stay and names are qualified in
 * place; with subqueries, whose columns must be bound, it is printed from the tree.
 */
final class ExpressionReading {
  private ExpressionReading() {}

  /** {@return the expression; empty where the tree cannot be had or some name not be told} */
  static Optional<Expression> of(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    try {
      SqlReader.Read<Scalar> read =
          SqlReader.expression(tokens, reader -> Types.read(reader, scope));
      boolean queries = tokens.stream().anyMatch(token -> token.is("select"));
      if (!queries) {
        return Optional.of(
            new Expression(SourceText.of(tokens, Qualification.of(tokens, read, scope, table))));
      }
      return resolved(read.tree(), table, scope);
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Expression> resolved(Scalar tree, Optional<ObjectId> table, Scope scope) {
    try {
      QueryResolver.ResolvedScalar resolved =
          QueryResolver.resolve(
              tree,
              table.filter(owner -> owner.kind() != Kind.DOMAIN),
              Surroundings.columns(table, scope.objects()),
              scope);
      return resolved.doubt().isPresent()
          ? Optional.empty()
          : Optional.of(
              new Expression(Printer.sql(OwnNames.in(resolved.scalar(), scope.objects()))));
    } catch (InvalidQueryException invalid) {
      return Optional.empty();
    }
  }
}
