package dev.drift.engine.plan.rule;

import dev.drift.engine.plan.Action;
import java.util.List;

/** How an object comes from one shape to another. */
public sealed interface Change {

  /** By these statements, where it stands. */
  record InPlace(List<Action> actions) implements Change {
    public InPlace {
      actions = List.copyOf(actions);
    }
  }

  /**
   * By a statement that works where nothing else depends on it; else it is rebuilt.
   *
   * @param stillOld as that of {@link Rebuild}
   */
  record Replace(Action action, String stillOld) implements Change {}

  /**
   * By dropping and creating it, together with all that depends on it.
   *
   * @param stillOld the SQL condition that holds while it has the old shape
   * @param deletesData whether rows or values go with it
   */
  record Rebuild(String stillOld, boolean deletesData) implements Change {}
}
