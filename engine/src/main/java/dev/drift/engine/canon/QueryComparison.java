package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
      return certain(Commands.compare(left, right, around), a, b);
    }
    Optional<QueryNode> leftTree = tree(left);
    Optional<QueryNode> rightTree = tree(right);
    if (leftTree.isEmpty() || rightTree.isEmpty()) {
      return SecondReader.compare(a.sql(), b.sql());
    }
    if (around.isEmpty()) {
      return certain(Meaning.compare(leftTree.get(), rightTree.get()), a, b);
    }
    Surroundings known = around.get();
    ParameterPlaces places = known.otherPlaces();
    Match match =
        Meaning.compare(
            known.aliases().resolved(known.placed(leftTree.get())),
            known.otherAliases().resolved(places.in(rightTree.get())),
            tree -> known.typing().query(tree, known.columns()));
    return places.isAmbiguous() && match == Match.DIFFERENT ? Match.UNKNOWN : certain(match, a, b);
  }

  private static Match certain(Match match, Query a, Query b) {
    return match == Match.DIFFERENT && !(a.understood() && b.understood()) ? Match.UNKNOWN : match;
  }

  static Optional<QueryNode> tree(List<Token> tokens) {
    return tree(tokens, Types::read);
  }

  static Optional<QueryNode> tree(List<Token> tokens, Function<TokenReader, TypeName> types) {
    try {
      return Optional.of(SqlReader.query(tokens, types).tree());
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }
}
