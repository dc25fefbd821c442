package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;

/** Renames one of several functions or operators of one name where just that one is meant. */
final class ChosenRename extends DeepTraversal {
  private final ObjectId from;
  private final ObjectId to;
  private final Choices choices;

  ChosenRename(ObjectId from, ObjectId to, Choices choices) {
    this.from = from;
    this.to = to;
    this.choices = choices;
  }

  QueryNode in(QueryNode query) {
    return query(query);
  }

  private Name renamed(Name name) {
    String last = from.kind() == Kind.OPERATOR ? name.name() : Names.plain(to);
    return choices.own(name.place().index()).filter(from::equals).isPresent()
        ? new Name(to.schema(), last, name.place())
        : name;
  }

  @Override
  protected Scalar scalar(Scalar child) {
    Scalar node = children(child);
    return switch (node) {
      case Node.Call call -> new Node.Call(renamed(call.function()), call.args(), call.modifiers());
      case Node.Unary unary -> new Node.Unary(renamed(unary.operator()), unary.arg());
      case Node.Binary binary ->
          new Node.Binary(renamed(binary.operator()), binary.left(), binary.right());
      case Node.Quantified any ->
          new Node.Quantified(any.left(), renamed(any.operator()), any.all(), any.right());
      default -> node;
    };
  }
}
