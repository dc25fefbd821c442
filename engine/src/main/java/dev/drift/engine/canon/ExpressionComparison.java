package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
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

  static Match compare(Expression a, Expression b, Optional<Surroundings> around) {
    if (a.sql().equals(b.sql())) {
      return Match.EQUAL;
    }
    List<Token> left = Expressions.withoutParentheses(Tokenizer.tokenize(a.sql()));
    List<Token> right = Expressions.withoutParentheses(Tokenizer.tokenize(b.sql()));
    if (TokenForm.of(left).equals(TokenForm.of(right))) {
      return Match.EQUAL;
    }
    if (PartitionBounds.isBound(left) && PartitionBounds.isBound(right)) {
      List<Optional<TypeName>> types = around.map(Surroundings::partitionKey).orElse(List.of());
      return new PartitionBounds(types).compare(left, right);
    }
    Optional<Scalar> leftTree = tree(left);
    Optional<Scalar> rightTree = tree(right);
    return leftTree.isPresent() && rightTree.isPresent()
        ? trees(leftTree.get(), rightTree.get(), around)
        : SecondReader.compare("SELECT " + a.sql(), "SELECT " + b.sql());
  }

  private static Match trees(Scalar a, Scalar b, Optional<Surroundings> around) {
    return around
        .map(
            known ->
                Meaning.compare(
                    known.aliases().resolved(a),
                    known.otherAliases().resolved(b),
                    tree -> known.typing().scalar(tree, known.columns(), known.target())))
        .orElseGet(() -> Meaning.compare(a, b));
  }

  static Optional<Scalar> tree(List<Token> tokens) {
    try {
      return Optional.of(SqlReader.expression(tokens, Types::read).tree());
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }
}
