package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.match.TypesOf;
import dev.drift.engine.canon.resolve.ScalarTypes;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** Compares expressions: by tokens, else by tree, else by the second reader's tree. */
final class ExpressionComparison {
  private ExpressionComparison() {}

  static Match compare(Expression a, Expression b, TypesOf types) {
    if (a.sql().equals(b.sql())) {
      return Match.EQUAL;
    }
    List<Token> left = Expressions.withoutParentheses(Tokenizer.tokenize(a.sql()));
    List<Token> right = Expressions.withoutParentheses(Tokenizer.tokenize(b.sql()));
    if (TokenForm.of(left).equals(TokenForm.of(right))) {
      return Match.EQUAL;
    }
    if (PartitionBounds.isBound(left) && PartitionBounds.isBound(right)) {
      return PartitionBounds.compare(left, right);
    }
    if (RoutineBodies.isAtomic(left) && RoutineBodies.isAtomic(right)) {
      return RoutineBodies.compare(a.sql(), b.sql());
    }
    Optional<Scalar> leftTree = tree(left);
    Optional<Scalar> rightTree = tree(right);
    return leftTree.isPresent() && rightTree.isPresent()
        ? Meaning.compare(leftTree.get(), rightTree.get(), types)
        : SecondReader.compare("SELECT " + a.sql(), "SELECT " + b.sql());
  }

  /** The types of calls whose result never depends on what they are given. */
  static Optional<TypeName> certainType(Scalar scalar) {
    return scalar instanceof Node.Call call
        ? ScalarTypes.ofFunction(call.function())
        : Optional.empty();
  }

  static Optional<Scalar> tree(List<Token> tokens) {
    try {
      return Optional.of(SqlReader.expression(tokens, Types::read).tree());
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }
}
