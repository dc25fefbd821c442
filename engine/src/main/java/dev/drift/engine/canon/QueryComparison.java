package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.Query;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** Compares queries: by tokens, else by tree, else by the second reader's tree. */
final class QueryComparison {
  private QueryComparison() {}

  static Match compare(Query a, Query b, Optional<Surroundings> around) {
    List<Token> left = Tokenizer.tokenize(a.sql());
    List<Token> right = Tokenizer.tokenize(b.sql());
    if (TokenForm.of(left).equals(TokenForm.of(right))) {
      return Match.EQUAL;
    }
    if (Commands.isCommand(left) || Commands.isCommand(right)) {
      return Commands.compare(left, right, a.understood() && b.understood());
    }
    Optional<QueryNode> leftTree = tree(left);
    Optional<QueryNode> rightTree = tree(right);
    if (leftTree.isEmpty() || rightTree.isEmpty()) {
      return SecondReader.compare(a.sql(), b.sql());
    }
    Match match = trees(leftTree.get(), rightTree.get(), around);
    return match == Match.DIFFERENT && !(a.understood() && b.understood()) ? Match.UNKNOWN : match;
  }

  private static Match trees(QueryNode a, QueryNode b, Optional<Surroundings> around) {
    return around
        .map(known -> Meaning.compare(a, b, tree -> known.typing().query(tree, known.columns())))
        .orElseGet(() -> Meaning.compare(a, b));
  }

  static Optional<QueryNode> tree(List<Token> tokens) {
    try {
      return Optional.of(SqlReader.query(tokens, Types::read).tree());
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }
}
