package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.lint.Story.Happening;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code CREATE INDEX} on a table that may have rows: writes wait until it is built. */
final class BlockingIndex implements Rule {
  @Override
  public List<Advice> check(Story story) {
    return story.events().stream()
        .filter(each -> each.old() && each.event() instanceof Created)
        .filter(BlockingIndex::isPlain)
        .map(
            each -> {
              ObjectId id = each.event().subject();
              return new Advice(
                  "blocking-index",
                  Severity.WARNING,
                  Optional.of(id),
                  each.origin(),
                  "Building index %s takes a SHARE lock: writes to %s.%s wait until it is done."
                      .formatted(id.name(), id.schema(), id.parent()),
                  "Use CREATE INDEX CONCURRENTLY, in a migration that runs without a transaction.");
            })
        .toList();
  }

  private static boolean isPlain(Happening happening) {
    if (!(happening.event() instanceof Created created && created.object() instanceof Index)) {
      return false;
    }
    var tokens = new TokenReader(happening.statement().tokens());
    if (!tokens.accept("create")) {
      return false;
    }
    tokens.accept("unique");
    return tokens.accept("index") && !tokens.at("concurrently");
  }
}
