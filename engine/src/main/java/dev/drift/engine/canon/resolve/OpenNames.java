package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.OwnOperators;
import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.ObjectId;
import java.util.List;

/**
 * Qualifies the functions and operators that only types could tell, once the rest of the text is
 * resolved.
 */
final class OpenNames extends DeepTraversal {
  private final Resolution resolution;
  private final Choices choices;

  OpenNames(Resolution resolution, Choices choices) {
    this.resolution = resolution;
    this.choices = choices;
    choices.own().forEach(resolution::uses);
  }

  @Override
  protected Scalar scalar(Scalar child) {
    Scalar node = children(child);
    return switch (node) {
      case Node.Call call when isOpen(call.function()) ->
          new Node.Call(function(call), call.args(), call.modifiers());
      case Node.Unary unary when isOpen(unary.operator()) ->
          new Node.Unary(operator(unary.operator()), unary.arg());
      case Node.Binary binary when isOpen(binary.operator()) ->
          new Node.Binary(operator(binary.operator()), binary.left(), binary.right());
      case Node.Quantified quantified when isOpen(quantified.operator()) ->
          new Node.Quantified(
              quantified.left(),
              operator(quantified.operator()),
              quantified.all(),
              quantified.right());
      default -> node;
    };
  }

  QueryNode in(QueryNode query) {
    return query(query);
  }

  Scalar in(Scalar scalar) {
    return scalar(scalar);
  }

  private static boolean isOpen(Name name) {
    return name.place().index() >= 0;
  }

  private Name function(Node.Call call) {
    Name name = call.function();
    if (choices.isTold(name.place().index())) {
      return chosen(name);
    }
    List<String> path = name.path();
    List<ObjectId> routines = Names.routines(path, call.args().size(), resolution.scope());
    routines.forEach(resolution::uses);
    return Names.agreedSchema(path, call.args().size(), routines).map(name::in).orElse(name);
  }

  private Name operator(Name name) {
    return choices.isTold(name.place().index())
        ? chosen(name)
        : OwnOperators.agreedSchema(name.path(), resolution.scope()).map(name::in).orElse(name);
  }

  private Name chosen(Name name) {
    return choices.own(name.place().index()).map(id -> name.in(id.schema())).orElse(name);
  }
}
