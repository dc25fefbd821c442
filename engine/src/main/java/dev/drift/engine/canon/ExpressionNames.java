package dev.drift.engine.canon;

import dev.drift.engine.canon.resolve.OutputNames;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/** The name that an expression gets where none is given (parse_target.c, FigureIndexColname). */
public final class ExpressionNames {
  private static final int TRUTH_IS_NO_CAST = 15;
  private static final int EXTRACT = 14;

  private ExpressionNames() {}

  /** {@return the name, if the expression's form gives it one} */
  public static Optional<String> of(List<Token> tokens, int serverMajor) {
    return ExpressionComparison.tree(tokens)
        .flatMap(
            tree ->
                OutputNames.isTruth(tree) && serverMajor < TRUTH_IS_NO_CAST
                    ? Optional.of("bool")
                    : OutputNames.of(tree))
        .map(name -> name.equals("extract") && serverMajor < EXTRACT ? "date_part" : name);
  }
}
