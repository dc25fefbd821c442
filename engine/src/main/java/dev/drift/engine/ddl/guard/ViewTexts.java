package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/** The queries of views, for code that drops a view and makes it again. */
final class ViewTexts {
  private ViewTexts() {}

  /** {@code pg_get_viewdef(view)}, which may be named. */
  static Value of(Value view, Facts facts) {
    Optional<Value> found =
        view instanceof Value.Text text
            ? References.find(text.text(), "regclass", facts)
            : Optional.of(view);
    return found
        .filter(Value.Reference.class::isInstance)
        .flatMap(reference -> facts.objects().find(((Value.Reference) reference).id()))
        .map(object -> of(object, facts))
        .orElse(Value.UNKNOWN);
  }

  /** {@return the query of a view; unknown if its columns have other names than the query's} */
  static Value of(SchemaObject object, Facts facts) {
    return switch (object) {
      case View view -> text(view.query(), view.columns(), facts);
      case MaterializedView view -> text(view.query(), view.columns(), facts);
      default -> Value.UNKNOWN;
    };
  }

  private static Value text(Query query, List<String> columns, Facts facts) {
    return Queries.resolve(Tokenizer.tokenize(query.sql()), new Scope(facts.objects(), List.of()))
                instanceof Queries.Outcome.Resolved resolved
            && resolved.columns().equals(columns)
        ? new Value.Text(query.sql())
        : Value.UNKNOWN;
  }
}
