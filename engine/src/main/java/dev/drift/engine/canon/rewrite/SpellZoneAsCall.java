package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;

/** {@code x AT TIME ZONE z} → {@code timezone(z, x)}, AT LOCAL → {@code timezone(x)} (gram.y). */
final class SpellZoneAsCall implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.AtTimeZone(Scalar arg, var zone)
        ? Node.Call.of(
            "timezone", zone.map(text -> List.of(text, arg)).orElseGet(() -> List.of(arg)))
        : node;
  }
}
