package dev.drift.engine.canon.match;

import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.Traversal;

/**
 * {@code extract('year', x)} → {@code date_part('year', x)} where the server's text knows only the
 * latter: before version 14, {@code EXTRACT} was another spelling of it.
 */
final class ServerFields extends Traversal {
  private final String from;
  private final String to;
  private boolean extracts;
  private boolean parts;

  private ServerFields(String from, String to) {
    this.from = from;
    this.to = to;
  }

  static Scalar spell(Scalar scalar, Scalar server) {
    var found = new ServerFields("", "");
    found.scalar(server);
    return found.isOld() ? new ServerFields("extract", "date_part").scalar(scalar) : scalar;
  }

  static QueryNode spell(QueryNode query, QueryNode server) {
    var found = new ServerFields("", "");
    found.query(server);
    return found.isOld() ? new ServerFields("extract", "date_part").query(query) : query;
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

  @Override
  protected QueryNode query(QueryNode child) {
    return children(child);
  }

  @Override
  protected FromItem from(FromItem child) {
    return children(child);
  }
}
