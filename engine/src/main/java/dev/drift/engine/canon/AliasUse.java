package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.HashSet;
import java.util.Set;

/** What the items of FROM are called anywhere in a query, and which are read as whole rows. */
final class AliasUse extends DeepTraversal {
  private final Set<String> names = new HashSet<>();
  private final Set<String> whole = new HashSet<>();
  private boolean repeated;
  private boolean locks;
  private boolean lists;

  private AliasUse() {}

  static AliasUse of(QueryNode query) {
    var use = new AliasUse();
    use.query(query);
    return use;
  }

  static AliasUse of(Scalar scalar) {
    var use = new AliasUse();
    use.scalar(scalar);
    return use;
  }

  /** {@return whether a relation's columns, or a join, are called otherwise anywhere} */
  boolean hasAny() {
    return lists;
  }

  /** {@return whether each item has a name of its own, and nothing but columns needs them} */
  boolean isPlain() {
    return !repeated && !locks;
  }

  boolean readsWhole(String name) {
    return whole.contains(name);
  }

  @Override
  protected Scalar scalar(Scalar child) {
    if (child instanceof Node.Star star && !star.qualifier().isEmpty()) {
      whole.add(star.qualifier().getLast());
    }
    return children(child);
  }

  @Override
  protected QueryNode query(QueryNode child) {
    locks |= !child.locks().isEmpty();
    return children(child);
  }

  @Override
  protected FromItem from(FromItem child) {
    String alias = child.alias().name();
    boolean relation = child instanceof FromItem.Relation;
    boolean join = child instanceof FromItem.Join;
    lists |= join && !alias.isEmpty() || relation && !child.alias().columns().isEmpty();
    String name =
        alias.isEmpty() && child instanceof FromItem.Relation read ? read.name().name() : alias;
    repeated |= !name.isEmpty() && !names.add(name);
    return children(child);
  }
}
