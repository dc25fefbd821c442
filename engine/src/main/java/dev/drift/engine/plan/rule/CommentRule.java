package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comments. */
final class CommentRule implements Rule<Comment> {
  @Override
  public List<Action> create(Comment comment, Scene scene) {
    return List.of(on(Verb.CREATE, comment, Optional.of(comment.text()), scene.target()));
  }

  @Override
  public List<Action> drop(Comment comment, Scene scene) {
    return List.of(on(Verb.DROP, comment, Optional.empty(), scene.actual()));
  }

  @Override
  public Change change(Comment before, Comment after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        List.of(on(Verb.ALTER, after, Optional.of(after.text()), scene.target())));
  }

  private static Action on(Verb verb, Comment comment, Optional<String> text, SchemaModel model) {
    Action action =
        Action.of(
                verb,
                comment.id(),
                (text.isPresent() ? "set " : "remove ") + comment.id(),
                "COMMENT ON "
                    + target(comment.target(), model)
                    + " IS "
                    + text.map(words -> literal(words)).orElse("NULL"))
            .resolvingNames();
    return Description.isNot(comment.target(), text).map(action::when).orElse(action);
  }

  /** {@return the object as COMMENT ON and SECURITY LABEL ON name it} */
  static String target(ObjectId target, SchemaModel model) {
    String words = target.kind().words().toUpperCase(java.util.Locale.ROOT);
    return switch (target.kind()) {
      case COLUMN -> "COLUMN " + Sql.owner(target) + "." + quote(target.name());
      case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY ->
          "CONSTRAINT " + quote(target.name()) + " ON " + Sql.owner(target);
      case DOMAIN_CONSTRAINT ->
          "CONSTRAINT " + quote(target.name()) + " ON DOMAIN " + Sql.owner(target);
      case TRIGGER, POLICY, RULE -> words + " " + quote(target.name()) + " ON " + Sql.owner(target);
      case AGGREGATE,
          CAST,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          TRANSFORM,
          BASE_TYPE,
          RANGE_TYPE ->
          Addresses.to(target, model);
      case FUNCTION, PROCEDURE -> words + " " + RoutineText.signature(target, model);
      case ENUM, COMPOSITE_TYPE -> "TYPE " + Sql.name(target);
      default -> words + " " + Sql.name(target);
    };
  }
}
