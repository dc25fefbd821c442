package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.lint.Story.Happening;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Optional;

/** {@code ADD COLUMN a int NOT NULL} on a table that may have rows: it fails as soon as it has. */
final class NotNullWithoutDefault implements Rule {
  @Override
  public List<Advice> check(Story story) {
    return story.events().stream()
        .filter(NotNullWithoutDefault::applies)
        .map(
            each -> {
              ObjectId id = each.event().subject();
              return new Advice(
                  "not-null-without-default",
                  Severity.WARNING,
                  Optional.of(id),
                  each.origin(),
                  "Column %s is NOT NULL and has no default: this fails where %s.%s has a row."
                      .formatted(id.name(), id.schema(), id.parent()),
                  "Give it a default, or add it nullable, fill it, and set NOT NULL afterwards.");
            })
        .toList();
  }

  private static boolean applies(Happening happening) {
    return happening.old()
        && happening.event() instanceof Created created
        && created.object() instanceof Column column
        && column.notNull()
        && !column.inherited()
        && column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.identity().isEmpty();
  }
}
