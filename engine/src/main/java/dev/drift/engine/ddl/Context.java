package dev.drift.engine.ddl;

import dev.drift.engine.canon.Scope;
import dev.drift.engine.ddl.guard.Contents;
import dev.drift.engine.ddl.guard.Facts;
import dev.drift.engine.model.Objects;

/**
 * What a statement is decided against.
 *
 * @param objects the schema at that point
 * @param session what the session's earlier statements set
 * @param doubt what earlier statements may have done without our knowing
 * @param contents which tables may hold rows, those that the statement itself may fill included
 */
public record Context(Objects objects, Session session, Doubt doubt, Contents contents) {

  /** Everything before is understood. */
  public Context(Objects objects, Session session) {
    this(objects, session, Doubt.NONE, Contents.ANY);
  }

  /** {@return where the statement's names are looked up} */
  public Scope scope() {
    return new Scope(objects, session.searchPath(), session.serverMajor());
  }

  /** {@return what expressions of code are evaluated on} */
  Facts facts() {
    return new Facts(
        objects,
        session.searchPath(),
        session.serverMajor(),
        contents,
        session.roles().as(session.currentRole()),
        session.settings(),
        session.now());
  }

  Context with(Contents more) {
    return new Context(objects, session, doubt, more);
  }

  /** {@return this in another session} */
  Context with(Session other) {
    return new Context(objects, other, doubt, contents);
  }

  /** {@return this with other objects, for a later part of the same statement} */
  Context with(Objects changed) {
    return new Context(changed, session, doubt, contents);
  }
}
