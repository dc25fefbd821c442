package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import java.util.ArrayList;

/** {@code SELECT t.b} → {@code SELECT t.q AS b}: output columns keep the names that they had. */
final class KeptNames {
  private KeptNames() {}

  /** {@return {@code changed}, whose columns are called otherwise than in {@code before}} */
  static Body of(Body changed, Body before) {
    return switch (changed) {
      case Body.SetOperation set when before instanceof Body.SetOperation old ->
          new Body.SetOperation(
              set.word(), set.all(), of(set.left(), old.left()), of(set.right(), old.right()));
      case Body.Select select when before instanceof Body.Select old -> {
        var targets = new ArrayList<Clause.Target>();
        for (int i = 0; i < select.targets().size(); i++) {
          targets.add(named(select.targets().get(i), old.targets().get(i)));
        }
        yield select.withTargets(targets);
      }
      default -> changed;
    };
  }

  private static Clause.Target named(Clause.Target changed, Clause.Target before) {
    if (!(before.value() instanceof Node.Column old)) {
      return changed;
    }
    String name = before.alias().isEmpty() ? old.name() : before.alias();
    boolean plain = changed.value() instanceof Node.Column now && now.name().equals(name);
    return new Clause.Target(changed.value(), plain ? "" : name);
  }
}
