package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code SECURITY LABEL [FOR provider] ON object IS 'label' | NULL} (seclabel.c). */
final class LabelStatements {
  private LabelStatements() {}

  static Decision decide(TokenReader tokens, Context context) {
    tokens.expect("security", "label");
    Optional<String> provider = Optional.empty();
    if (tokens.accept("for")) {
      Token name = tokens.next();
      provider = Optional.of(name.value());
    }
    tokens.expect("on");
    Optional<ObjectId> target = CommentTargets.read(tokens, context);
    if (target.isEmpty()) {
      tokens.rest();
      return new Decision.Effects(List.of());
    }
    tokens.expect("is");
    if (provider.isEmpty()) {
      throw new OpaqueException(
          "depends on which label provider is loaded", new TreeSet<>(List.of(target.get())));
    }
    Optional<String> label =
        tokens.accept("null") ? Optional.empty() : Optional.of(tokens.string());
    var after = SecurityLabel.on(target.get(), provider.get(), label.orElse(""));
    var changes = new Changes(context);
    Optional<SchemaObject> before = changes.objects().find(after.id());
    if (label.isEmpty()) {
      before.ifPresent(changes::drop);
    } else {
      before.ifPresentOrElse(
          existing -> changes.alter(existing, after), () -> changes.create(after));
    }
    return changes.effects();
  }
}
