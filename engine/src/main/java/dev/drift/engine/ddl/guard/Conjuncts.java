package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Binary;
import dev.drift.engine.ddl.guard.Formula.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions cut at AND. */
final class Conjuncts {
  private Conjuncts() {}

  /** {@return the parts of {@code condition} that must all hold} */
  static List<Formula> of(Formula condition) {
    var parts = new ArrayList<Formula>();
    collect(condition, parts);
    return parts;
  }

  private static void collect(Formula condition, List<Formula> parts) {
    if (condition instanceof Binary binary && binary.operator().equals("and")) {
      collect(binary.left(), parts);
      collect(binary.right(), parts);
    } else {
      parts.add(condition);
    }
  }

  /** {@return the columns that {@code column = text} fixes, to look rows up by} */
  static Map<String, String> constants(
      Evaluator evaluator, List<Formula> conditions, Environment outer) {
    var constants = new HashMap<String, String>();
    for (Formula condition : conditions) {
      if (condition instanceof Binary binary && binary.operator().equals("=")) {
        put(constants, binary.left(), binary.right(), evaluator, outer);
        put(constants, binary.right(), binary.left(), evaluator, outer);
      }
    }
    return constants;
  }

  private static void put(
      Map<String, String> constants,
      Formula column,
      Formula value,
      Evaluator evaluator,
      Environment outer) {
    if (column instanceof Name name
        && !(value instanceof Name && ((Name) value).path().size() > 1)
        && evaluator.evaluate(value, outer) instanceof Value.Text text) {
      constants.put(name.path().get(name.path().size() - 1), text.text());
    }
  }
}
