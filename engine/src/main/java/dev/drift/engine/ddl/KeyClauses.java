package dev.drift.engine.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The index-backed constraints of one statement (parse_utilcmd.c, transformIndexConstraints). */
final class KeyClauses {
  private KeyClauses() {}

  /** {@return them with the primary key first; of two that need the same index one remains} */
  static List<ConstraintClause> ordered(List<ConstraintClause> clauses) {
    var ordered = new ArrayList<ConstraintClause>();
    clauses.stream().filter(KeyClauses::isPrimary).forEach(ordered::add);
    for (ConstraintClause clause : clauses) {
      switch (clause.body()) {
        case ConstraintClause.Key key when !key.primary() -> addUnlessThere(ordered, clause, key);
        case ConstraintClause.Exclude exclude -> ordered.add(clause);
        default -> {}
      }
    }
    return ordered;
  }

  private static boolean isPrimary(ConstraintClause clause) {
    return clause.body() instanceof ConstraintClause.Key key && key.primary();
  }

  private static void addUnlessThere(
      List<ConstraintClause> ordered, ConstraintClause clause, ConstraintClause.Key key) {
    for (int i = 0; i < ordered.size(); i++) {
      ConstraintClause other = ordered.get(i);
      if (other.body() instanceof ConstraintClause.Key prior
          && key.usingIndex().isEmpty()
          && prior.columns().equals(key.columns())
          && prior.tail().include().equals(key.tail().include())
          && prior.nullsNotDistinct() == key.nullsNotDistinct()
          && prior.withoutOverlaps() == key.withoutOverlaps()
          && other.deferral() == clause.deferral()) {
        Optional<String> name = other.name().or(clause::name);
        ordered.set(i, other.withName(name));
        return;
      }
    }
    ordered.add(clause);
  }
}
