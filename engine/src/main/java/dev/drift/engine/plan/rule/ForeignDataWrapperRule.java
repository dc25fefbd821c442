package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign-data wrappers. */
final class ForeignDataWrapperRule implements Rule<ForeignDataWrapper> {
  @Override
  public List<Action> create(ForeignDataWrapper wrapper, Scene scene) {
    return List.of(
        Action.of(
                Verb.CREATE,
                wrapper.id(),
                "create " + wrapper.id(),
                "CREATE FOREIGN DATA WRAPPER "
                    + quote(wrapper.id().name())
                    + function(" HANDLER ", wrapper.handler())
                    + function(" VALIDATOR ", wrapper.validator())
                    + ForeignOptionText.clause(wrapper.options()))
            .resolvingNames()
            .when("NOT " + has(wrapper, "true")));
  }

  @Override
  public List<Action> drop(ForeignDataWrapper wrapper, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                wrapper.id(),
                "drop " + wrapper.id(),
                "DROP FOREIGN DATA WRAPPER " + quote(wrapper.id().name()))
            .when(has(wrapper, "true")));
  }

  /** HANDLER and VALIDATOR may be set again; what OPTIONS does depends on what is there. */
  @Override
  public Change change(
      ForeignDataWrapper before, ForeignDataWrapper after, Set<String> attributes, Scene scene) {
    var sql = new StringBuilder("ALTER FOREIGN DATA WRAPPER " + quote(after.id().name()));
    if (attributes.contains("handler")) {
      sql.append(
          after.handler().isEmpty() ? " NO HANDLER" : function(" HANDLER ", after.handler()));
    }
    if (attributes.contains("validator")) {
      sql.append(
          after.validator().isEmpty()
              ? " NO VALIDATOR"
              : function(" VALIDATOR ", after.validator()));
    }
    String guard = "true";
    if (attributes.contains("options")) {
      sql.append(' ').append(ForeignOptionText.change(before.options(), after.options()));
      guard = ForeignOptionText.are("w.fdwoptions", before.options());
    }
    return new Change.InPlace(
        List.of(
            Action.of(Verb.ALTER, after.id(), "change " + after.id(), sql.toString())
                .resolvingNames()
                .when(has(after, guard))));
  }

  private static String function(String word, Optional<QualifiedName> function) {
    return function.map(name -> word + Sql.name(name)).orElse("");
  }

  private static String has(ForeignDataWrapper wrapper, String condition) {
    return "EXISTS (SELECT FROM pg_foreign_data_wrapper w WHERE w.fdwname = "
        + literal(wrapper.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
