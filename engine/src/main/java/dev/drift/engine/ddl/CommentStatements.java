package dev.drift.engine.ddl;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code COMMENT ON … IS 'text' | NULL} (comment.c). */
final class CommentStatements {
  private CommentStatements() {}

  static Decision decide(TokenReader tokens, Context context) {
    tokens.expect("comment", "on");
    Optional<ObjectId> target = CommentTargets.read(tokens, context);
    if (target.isEmpty()) {
      return new Decision.Effects(List.of());
    }
    tokens.expect("is");
    var changes = new Changes(context);
    Optional<SchemaObject> before = changes.objects().find(target.get().facet(Kind.COMMENT));
    Optional<String> text = text(tokens);
    if (text.isEmpty()) {
      before.ifPresent(changes::drop);
      return changes.effects();
    }
    Comment comment = Comment.on(target.get(), text.get());
    before.ifPresentOrElse(
        existing -> changes.alter(existing, comment), () -> changes.create(comment));
    return changes.effects();
  }

  /** Reads {@code 'text'} or NULL; an empty text removes the comment, too. */
  private static Optional<String> text(TokenReader tokens) {
    if (tokens.accept("null")) {
      return Optional.empty();
    }
    if (tokens.peek().filter(t -> t.type() == Token.Type.STRING).isEmpty()) {
      throw tokens.unexpected("a string constant");
    }
    return Optional.of(tokens.string()).filter(text -> !text.isEmpty());
  }
}
