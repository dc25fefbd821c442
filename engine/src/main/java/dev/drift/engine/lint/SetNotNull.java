package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.lint.Story.Happening;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ALTER COLUMN a SET NOT NULL}: the table is read through while nobody may use it. */
final class SetNotNull implements Rule {
  @Override
  public List<Advice> check(Story story) {
    return story.events().stream()
        .filter(SetNotNull::applies)
        .map(
            each -> {
              ObjectId id = each.event().subject();
              return new Advice(
                  "set-not-null",
                  Severity.INFO,
                  Optional.of(id),
                  each.origin(),
                  "SET NOT NULL reads all of %s.%s under an ACCESS EXCLUSIVE lock, and fails where %s is null."
                      .formatted(id.schema(), id.parent(), id.name()),
                  "Add CHECK (%s IS NOT NULL) NOT VALID, validate it, then set NOT NULL: no scan is needed then."
                      .formatted(id.name()));
            })
        .toList();
  }

  private static boolean applies(Happening happening) {
    return happening.old()
        && happening.event() instanceof Altered altered
        && altered.before() instanceof Column before
        && altered.after() instanceof Column after
        && !before.notNull()
        && after.notNull()
        && happening.statement().text().toLowerCase(Locale.ROOT).contains("not null");
  }
}
