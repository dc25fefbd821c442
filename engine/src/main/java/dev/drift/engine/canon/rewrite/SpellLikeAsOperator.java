package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;

/**
 * {@code a LIKE b} → {@code a ~~ b}, ILIKE → {@code ~~*}, SIMILAR TO → {@code ~
 * similar_to_escape(b)}; with ESCAPE through {@code like_escape} (gram.y).
 */
final class SpellLikeAsOperator implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Like like)) {
      return node;
    }
    var args = new ArrayList<Scalar>();
    args.add(like.pattern());
    like.escape().ifPresent(args::add);
    boolean similar = like.word().equals("SIMILAR TO");
    Scalar pattern = like.pattern();
    if (similar) {
      pattern = Node.Call.of("similar_to_escape", args);
    } else if (like.escape().isPresent()) {
      pattern = Node.Call.of("like_escape", args);
    }
    String operator = similar ? "~" : like.word().equals("LIKE") ? "~~" : "~~*";
    Name name = Name.of(like.negated() ? '!' + operator : operator);
    return new Node.Binary(name, like.arg(), pattern);
  }
}
