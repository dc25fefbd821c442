package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces {@code t.c} by the place of {@code t} in its FROM clause, so that aliases do not count.
 */
public final class Binding extends FrameTraversal {
  /** The rows of a trigger's condition: {@code OLD} is {@code OLD.*}. */
  private static final Set<String> ROWS = Set.of("old", "new");

  private Binding() {}

  /** {@return {@code query} with its columns bound} */
  public static QueryNode bind(QueryNode query) {
    return new Binding().query(query);
  }

  /** {@return {@code scalar} with the columns of its subqueries bound; others are the owner's} */
  public static Scalar bind(Scalar scalar) {
    return new Binding().scalar(scalar);
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return new Node.Bound(home.level(), home.index(), column.name());
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    int last = column.path().size() - 1;
    if (last == 0 && ROWS.contains(column.name())) {
      return new Node.Star(column.path());
    }
    return nested ? new Node.Column(column.path().subList(last, last + 1), Place.NONE) : column;
  }

  @Override
  protected Scalar star(List<String> qualifier) {
    Optional<Home> home = home(qualifier);
    return home.isPresent()
        ? new Node.Bound(home.get().level(), home.get().index(), "*")
        : new Node.Star(qualifier.subList(qualifier.size() - 1, qualifier.size()));
  }
}
