package dev.drift.engine.plan.rule;

import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the objects of one record are made, changed and removed. */
interface Rule<T extends SchemaObject> {

  /** {@return what makes it, where everything it needs is there} */
  List<Action> create(T object, Scene scene);

  /** {@return what removes it, where nothing needs it any more} */
  List<Action> drop(T object, Scene scene);

  /**
   * {@return what makes {@code before} to {@code after}}
   *
   * @param attributes the record components that differ, never empty
   */
  Change change(T before, T after, Set<String> attributes, Scene scene);

  /**
   * {@return what removes {@code before} and makes {@code after}, which may be equal}
   *
   * @param stillOld the SQL condition that holds as long as that has not been done
   */
  default List<Action> rebuild(T before, T after, String stillOld, Scene scene) {
    return dropAndCreate(this, before, after, stillOld, scene);
  }

  /** {@return dropping it while {@code stillOld} holds, and making it} */
  static <T extends SchemaObject> List<Action> dropAndCreate(
      Rule<T> rule, T before, T after, String stillOld, Scene scene) {
    var actions = new ArrayList<Action>();
    rule.drop(before, scene)
        .forEach(action -> actions.add(action.guarded(action.guard().and(stillOld))));
    actions.addAll(rule.create(after, scene));
    return actions;
  }
}
