package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;

/** {@code pg_catalog.now()} → {@code now()}: what is built in is printed without its schema. */
final class DropCatalogSchema implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.Call(Name function, var args, var modifiers)
            && function.schema().equals("pg_catalog")
        ? new Node.Call(Name.of(function.name()), args, modifiers)
        : node;
  }
}
