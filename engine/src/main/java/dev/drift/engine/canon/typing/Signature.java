package dev.drift.engine.canon.typing;

import dev.drift.engine.model.ObjectId;
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
 * @param names what the arguments are called, of the model's functions
 * @param own what of the model it is; empty for the server's
 */
record Signature(
    List<TypeName> args,
    boolean variadic,
    int defaults,
    TypeName result,
    boolean set,
    List<OutputColumn> columns,
    List<String> names,
    Optional<ObjectId> own) {
  Signature {
    args = List.copyOf(args);
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }

  /**
   * {@return the same with its arguments in the order of a call; empty if it cannot be called so
   * (MatchNamedCall)}
   *
   * @param given what the call names its arguments, empty where they go by place
   */
  Optional<Signature> called(List<String> given) {
    var types = new ArrayList<TypeName>();
    for (int i = 0; i < given.size(); i++) {
      int place = given.get(i).isEmpty() ? i : names.indexOf(given.get(i));
      if (place < 0 || place >= args.size()) {
        return Optional.empty();
      }
      types.add(args.get(place));
    }
    int places = (int) given.stream().filter(String::isEmpty).count();
    for (int i = places; i < Math.min(names.size(), args.size() - defaults); i++) {
      if (!given.contains(names.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(with(types));
  }

  /** {@return the same as it is called with VARIADIC; empty if it cannot be} */
  Optional<Signature> spelledOut() {
    return variadic ? Optional.of(with(args)) : Optional.empty();
  }

  private Signature with(List<TypeName> types) {
    return new Signature(types, false, 0, result, set, columns, List.of(), own);
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
