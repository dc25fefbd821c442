package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.StandardBody;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code ON CONFLICT DO UPDATE}: its row {@code excluded} is of all columns that the table has, and
 * so none of them goes while what has it stays (analyze.c, BuildOnConflictExcludedTargetlist).
 */
final class Upserts {
  private static final Pattern UPSERT =
      Pattern.compile("\\bON CONFLICT\\b.*\\bDO UPDATE\\b", Pattern.DOTALL);

  private Upserts() {}

  static boolean isOne(Query query) {
    return UPSERT.matcher(query.sql()).find();
  }

  /** {@return whether a routine or rule of {@code model} has one} */
  static boolean isIn(ObjectId id, SchemaModel model) {
    return model.find(id).stream()
        .flatMap(object -> queries(object).stream())
        .anyMatch(Upserts::isOne);
  }

  private static List<Query> queries(SchemaObject object) {
    return switch (object) {
      case RewriteRule rule -> rule.commands();
      case Routine routine ->
          routine.standardBody().map(StandardBody::statements).orElse(List.of());
      default -> List.of();
    };
  }
}
