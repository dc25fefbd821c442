package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.lint.Story.Happening;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Optional;

/** {@code ADD CONSTRAINT … CHECK} or {@code FOREIGN KEY}: all rows are read under the lock. */
final class ValidatedAtOnce implements Rule {
  @Override
  public List<Advice> check(Story story) {
    return story.events().stream()
        .filter(ValidatedAtOnce::applies)
        .map(
            each -> {
              ObjectId id = each.event().subject();
              return new Advice(
                  "validated-at-once",
                  Severity.INFO,
                  Optional.of(id),
                  each.origin(),
                  "Adding constraint %s reads all of %s.%s under a lock that writes wait for."
                      .formatted(id.name(), id.schema(), id.parent()),
                  "Add it NOT VALID, and VALIDATE CONSTRAINT in a transaction of its own.");
            })
        .toList();
  }

  private static boolean applies(Happening happening) {
    if (!happening.old() || !(happening.event() instanceof Created created)) {
      return false;
    }
    return created.object() instanceof ForeignKey key && key.validated()
        || created.object() instanceof Check check && check.validated();
  }
}
