package dev.drift.engine.canon;

import dev.drift.engine.canon.rewrite.Rewrites;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of a partitioned table, {@code RANGE (a, lower(b) COLLATE "C")}. */
final class PartitionKeys {
  private PartitionKeys() {}

  /** {@return the keys' types, as far as they can be told} */
  static List<Optional<TypeName>> types(Expression key, Surroundings around) {
    var types = new ArrayList<Optional<TypeName>>();
    for (List<Token> part : parts(Tokenizer.tokenize(key.sql()))) {
      types.add(
          expression(part)
              .flatMap(tree -> around.typing().type(Rewrites.canonical(tree), around.columns())));
    }
    return types;
  }

  private static List<List<Token>> parts(List<Token> tokens) {
    var reader = new TokenReader(tokens);
    while (!reader.atEnd() && !reader.atSymbol("(")) {
      reader.next();
    }
    var parts = new ArrayList<List<Token>>();
    var part = new ArrayList<Token>();
    int depth = 0;
    for (Token token : reader.atEnd() ? List.<Token>of() : reader.group()) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        parts.add(List.copyOf(part));
        part.clear();
      } else {
        part.add(token);
      }
    }
    parts.add(List.copyOf(part));
    return parts;
  }

  /** What stands before the collation and the operator class. */
  private static Optional<Scalar> expression(List<Token> part) {
    for (int end = part.size(); end > 0; end--) {
      Optional<Scalar> tree = ExpressionComparison.tree(part.subList(0, end));
      if (tree.isPresent()) {
        return tree;
      }
    }
    return Optional.empty();
  }
}
