package dev.drift.engine.ddl;

import dev.drift.engine.canon.Scope;
import dev.drift.engine.model.Objects;

/**
 * What a statement is decided against.
 *
 * @param objects the schema at that point
 * @param session what the session's earlier statements set
 * @param doubt what earlier statements may have done without our knowing
 */
public record Context(Objects objects, Session session, Doubt doubt) {

  /** Everything before is understood. */
  public Context(Objects objects, Session session) {
    this(objects, session, Doubt.NONE);
  }

  /** {@return where the statement's names are looked up} */
  public Scope scope() {
    return new Scope(objects, session.searchPath());
  }

  /** {@return this with other objects, for a later part of the same statement} */
  Context with(Objects changed) {
    return new Context(changed, session, doubt);
  }
}
