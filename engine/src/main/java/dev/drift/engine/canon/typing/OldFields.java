package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;

/**
 * {@code extract('year', x)} → {@code date_part('year', x)} where the server's text knows only the
 * latter: before version 14, {@code EXTRACT} was another spelling of it.
 */
public final class OldFields extends DeepTraversal {
  private final String from;
  private final String to;
  private boolean extracts;
  private boolean parts;

  private OldFields(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /** {@return {@code scalar} as {@code server} spells fields} */
  public static Scalar spell(Scalar scalar, Scalar server) {
    var found = new OldFields("", "");
    found.scalar(server);
    return found.isOld() ? new OldFields("extract", "date_part").scalar(scalar) : scalar;
  }

  /** {@return {@code query} as {@code server} spells fields} */
  public static QueryNode spell(QueryNode query, QueryNode server) {
    var found = new OldFields("", "");
    found.query(server);
    return found.isOld() ? new OldFields("extract", "date_part").query(query) : query;
  }

  /** {@return {@code query} as servers before version 14 read it} */
  static QueryNode of(QueryNode query) {
    return new OldFields("extract", "date_part").query(query);
  }

  private boolean isOld() {
    return parts && !extracts;
  }

  @Override
  protected Scalar scalar(Scalar child) {
    Scalar node = children(child);
    if (!(node instanceof Node.Call call)) {
      return node;
    }
    extracts |= call.function().is("extract");
    parts |= call.function().is("date_part");
    return call.function().is(from)
        ? new Node.Call(Name.of(to), call.args(), call.modifiers())
        : node;
  }
}
