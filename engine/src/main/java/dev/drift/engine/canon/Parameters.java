package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What SQL inside a routine may name besides columns: its parameters, by name, by name behind the
 * routine's own, or by place (functions.c, sql_fn_post_column_ref).
 *
 * @param routine the routine's name without its types
 * @param names the names of all parameters, empty where there is none; a name counts for the place
 *     that it has among all, whether these are input or not, as far as there are inputs
 * @param types the types of the input parameters
 */
public record Parameters(String routine, List<String> names, List<TypeName> types) {
  /** No routine around. */
  public static final Parameters NONE = new Parameters("", List.of(), List.of());

  public Parameters {
    names = List.copyOf(names);
    types = List.copyOf(types);
  }

  /** {@return those of {@code routine}} */
  public static Parameters of(Routine routine) {
    return of(Names.plain(routine.id()), routine.parameters());
  }

  /** {@return those of the routine that is called so} */
  public static Parameters of(String routine, List<Routine.Parameter> parameters) {
    return new Parameters(
        routine,
        parameters.stream().map(Routine.Parameter::name).toList(),
        parameters.stream()
            .filter(parameter -> parameter.mode().isInput())
            .map(Routine.Parameter::type)
            .toList());
  }

  /** {@return the parameter of that name} */
  public Optional<Node.Parameter> named(String name) {
    int place = name.isEmpty() ? -1 : names.indexOf(name);
    return place >= 0 && place < types.size()
        ? Optional.of(new Node.Parameter("$" + (place + 1)))
        : Optional.empty();
  }

  /** {@return the parameter that is named so behind the routine's name} */
  public Optional<Node.Parameter> named(String qualifier, String name) {
    return qualifier.equals(routine) ? named(name) : Optional.empty();
  }

  /** {@return the name of {@code $n}; empty where it has none} */
  public String name(String parameter) {
    int place = place(parameter);
    return place < 0 || place >= names.size() ? "" : names.get(place);
  }

  /** {@return the type of {@code $n}} */
  public Optional<TypeName> type(String parameter) {
    int place = place(parameter);
    return place < 0 || place >= types.size() ? Optional.empty() : Optional.of(types.get(place));
  }

  private static int place(String parameter) {
    boolean number = parameter.matches("\\$[0-9]{1,4}");
    return number ? Integer.parseInt(parameter.substring(1)) - 1 : -1;
  }

  /** {@return the parameter {@code f.p}, or the field {@code p.a} or {@code f.p.a} of one} */
  public Optional<Scalar> dotted(List<String> path) {
    String first = path.get(0);
    String second = path.get(1);
    if (path.size() == 2) {
      return named(first, second)
          .<Scalar>map(found -> found)
          .or(() -> named(first).map(found -> new Node.Field(found, second)));
    }
    return path.size() == 3
        ? named(first, second).map(found -> new Node.Field(found, path.get(2)))
        : Optional.empty();
  }
}
