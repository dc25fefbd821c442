package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;

/** Goes through everything that stands in a node; subclasses say what they look at on the way. */
public abstract class DeepTraversal extends Traversal {
  @Override
  protected Scalar scalar(Scalar child) {
    return children(child);
  }

  @Override
  protected QueryNode query(QueryNode child) {
    return children(child);
  }

  @Override
  protected FromItem from(FromItem child) {
    return children(child);
  }
}
