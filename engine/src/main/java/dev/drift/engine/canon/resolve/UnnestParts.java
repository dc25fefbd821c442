package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ROWS FROM (unnest(a, b), f())} → {@code ROWS FROM (unnest(a), unnest(b), f())}, and where
 * nothing but arrays is unnested {@code unnest(a, b)} (parse_clause.c, transformRangeFunction;
 * ruleutils.c, get_from_clause_item).
 */
final class UnnestParts {
  private UnnestParts() {}

  /** {@return the parts of ROWS FROM as the server prints them} */
  static List<FromItem.Part> of(FromItem.Function item) {
    if (!item.rowsFrom()) {
      return item.parts();
    }
    var parts = new ArrayList<FromItem.Part>();
    for (FromItem.Part part : item.parts()) {
      if (unnests(part)) {
        Node.Call call = (Node.Call) part.call();
        call.args().forEach(array -> parts.add(unnest(call.function(), List.of(array))));
      } else {
        parts.add(part);
      }
    }
    return parts.stream().allMatch(UnnestParts::unnests)
        ? List.of(unnest(new Name("", "unnest"), arrays(parts)))
        : parts;
  }

  /** {@return whether {@code parts} are a single call of unnest} */
  static boolean isOne(List<FromItem.Part> parts) {
    return parts.size() == 1 && unnests(parts.get(0));
  }

  private static List<Node.Argument> arrays(List<FromItem.Part> parts) {
    return parts.stream().flatMap(part -> ((Node.Call) part.call()).args().stream()).toList();
  }

  private static FromItem.Part unnest(Name function, List<Node.Argument> arrays) {
    return new FromItem.Part(new Node.Call(function, arrays, Node.Modifiers.NONE), List.of());
  }

  private static boolean unnests(FromItem.Part part) {
    return part.columns().isEmpty()
        && part.call() instanceof Node.Call call
        && call.function().is("unnest")
        && call.modifiers().equals(Node.Modifiers.NONE)
        && call.args().stream().noneMatch(Node.Argument::variadic);
  }
}
