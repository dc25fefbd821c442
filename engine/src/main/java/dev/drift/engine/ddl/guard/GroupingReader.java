package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Grouping;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code GROUP BY … HAVING …}. */
final class GroupingReader {
  private static final Set<String> BEHIND =
      Set.of("having", "order", "limit", "union", "except", "intersect", "for");

  private GroupingReader() {}

  /** {@return what stands there; empty if neither} */
  static Optional<Grouping> read(TokenReader tokens) {
    if (!tokens.at("group") && !tokens.at("having")) {
      return Optional.empty();
    }
    Optional<List<Formula>> keys =
        tokens.accept("group", "by") ? keys(tokens) : Optional.of(List.<Formula>of());
    Optional<Formula> having =
        tokens.accept("having")
            ? Optional.of(new FormulaReader(tokens).formula())
            : Optional.empty();
    return Optional.of(new Grouping(keys, having));
  }

  /** Reads what stands behind GROUP BY; empty if it is more than a list of expressions. */
  private static Optional<List<Formula>> keys(TokenReader tokens) {
    int start = tokens.mark();
    var keys = new ArrayList<Formula>();
    try {
      do {
        keys.add(new FormulaReader(tokens).formula());
      } while (tokens.acceptSymbol(","));
    } catch (TokenReader.Unexpected e) {
      keys.clear();
    }
    boolean plain =
        !keys.isEmpty()
            && keys.stream().noneMatch(GroupingReader::isGroupingSet)
            && (tokens.atEnd() || BEHIND.stream().anyMatch(tokens::at));
    if (plain) {
      return Optional.of(keys);
    }
    tokens.reset(start);
    while (!tokens.atEnd() && BEHIND.stream().noneMatch(tokens::at)) {
      skip(tokens);
    }
    return Optional.empty();
  }

  private static boolean isGroupingSet(Formula key) {
    return key instanceof Formula.Call call
        && Set.of("rollup", "cube", "row").contains(call.name());
  }

  private static void skip(TokenReader tokens) {
    if (tokens.atSymbol("(")) {
      tokens.group();
    } else {
      tokens.next();
    }
  }
}
