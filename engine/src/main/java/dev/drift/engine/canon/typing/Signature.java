package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a function or operator takes and gives.
 *
 * @param args the types it takes; a prefix operator takes one
 * @param variadic whether the last one may come any number of times: it is an array or {@code any}
 * @param defaults how many of the last ones may be left out
 * @param result what it gives, one row of it if {@code set}
 * @param columns the OUT parameters, if it has any
 */
record Signature(
    List<TypeName> args,
    boolean variadic,
    int defaults,
    TypeName result,
    boolean set,
    List<OutputColumn> columns) {
  Signature {
    args = List.copyOf(args);
    columns = List.copyOf(columns);
  }

  /** {@return the types of so many arguments; empty if it does not take so many} */
  Optional<List<TypeName>> taking(int count) {
    if (count <= args.size() && count >= args.size() - defaults) {
      boolean open = variadic && count == args.size();
      return Optional.of(open ? spread(count) : args.subList(0, count));
    }
    boolean more = variadic && count >= args.size() - 1;
    return more ? Optional.of(spread(count)) : Optional.empty();
  }

  private List<TypeName> spread(int count) {
    var types = new ArrayList<>(args.subList(0, args.size() - 1));
    TypeName last = args.get(args.size() - 1);
    TypeName element = Polymorphism.element(last);
    while (types.size() < count) {
      types.add(element);
    }
    return types;
  }
}
