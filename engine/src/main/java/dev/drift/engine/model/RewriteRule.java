package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A rule; its table or view is the id's parent. What makes a view a view is no rule of the model.
 *
 * @param event {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param instead INSTEAD, else ALSO
 * @param commands what it runs; empty for NOTHING
 */
public record RewriteRule(
    ObjectId id,
    String event,
    boolean instead,
    Optional<Expression> condition,
    List<Query> commands,
    Trigger.Enabled enabled)
    implements SchemaObject {
  public RewriteRule {
    commands = List.copyOf(commands);
  }

  /** {@return the same with other commands} */
  public RewriteRule with(List<Query> others) {
    return new RewriteRule(id, event, instead, condition, others, enabled);
  }
}
