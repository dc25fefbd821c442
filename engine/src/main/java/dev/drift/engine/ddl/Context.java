package dev.drift.engine.ddl;

import dev.drift.engine.canon.Scope;
import dev.drift.engine.model.Objects;

/** What a statement is decided against: the schema and the session at that point. */
public record Context(Objects objects, Session session) {

  /** {@return where the statement's names are looked up} */
  public Scope scope() {
    return new Scope(objects, session.searchPath());
  }
}
