package dev.drift.engine.event;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;

/** What happened to one schema object. */
public sealed interface SchemaEvent {
  /** {@return the id of the object it happened to; of a rename, the old one} */
  ObjectId subject();

  /** The object came into being. */
  record Created(SchemaObject object) implements SchemaEvent {
    @Override
    public ObjectId subject() {
      return object.id();
    }
  }

  /** The object changed and kept its id. */
  record Altered(SchemaObject before, SchemaObject after) implements SchemaEvent {
    public Altered {
      if (!before.id().equals(after.id())) {
        throw new IllegalArgumentException(before.id() + " altered into " + after.id());
      }
    }

    @Override
    public ObjectId subject() {
      return before.id();
    }
  }

  /**
   * The object got another id: renamed, moved to another schema, or its table was. What it holds
   * may change with it (a view's text, a foreign key's target).
   */
  record Renamed(SchemaObject before, SchemaObject after) implements SchemaEvent {
    @Override
    public ObjectId subject() {
      return before.id();
    }
  }

  /** The object is gone. */
  record Dropped(SchemaObject object) implements SchemaEvent {
    @Override
    public ObjectId subject() {
      return object.id();
    }
  }
}
