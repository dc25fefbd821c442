package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anyelement} and its like stand for in a call (parse_coerce.c,
 * check_generic_type_consistency and enforce_generic_type_consistency).
 */
final class Polymorphism {
  private final TypeSystem types;
  private final Conversions conversions;

  Polymorphism(TypeSystem types, Conversions conversions) {
    this.types = types;
    this.conversions = conversions;
  }

  /** A call's types with nothing polymorphic left. */
  record Fitted(List<TypeName> args, TypeName result) {}

  static boolean isPolymorphic(TypeName type) {
    return type.schema().equals("pg_catalog")
        && !type.array()
        && type.name().startsWith("any")
        && !type.name().equals("any");
  }

  /** {@return the type of an array's elements, polymorphic ones included} */
  static TypeName element(TypeName array) {
    return switch (array.name()) {
      case "anyarray" -> TypeName.builtin("anyelement");
      case "anycompatiblearray" -> TypeName.builtin("anycompatible");
      default -> array.element();
    };
  }

  /** {@return what the call's types are; empty if the arguments do not fit} */
  Optional<Fitted> fit(List<TypeName> declared, List<TypeName> actual, TypeName result) {
    boolean generic =
        isPolymorphic(result) || declared.stream().anyMatch(Polymorphism::isPolymorphic);
    if (!generic) {
      return Optional.of(new Fitted(declared, result));
    }
    Optional<Binding> exact = exact(declared, actual);
    Optional<Binding> compatible = compatible(declared, actual);
    if (exact.isEmpty() || compatible.isEmpty()) {
      return Optional.empty();
    }
    var args = new ArrayList<TypeName>();
    for (int i = 0; i < declared.size(); i++) {
      Optional<TypeName> type = substituted(declared.get(i), exact.get(), compatible.get());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      args.add(type.get());
    }
    return substituted(result, exact.get(), compatible.get()).map(type -> new Fitted(args, type));
  }

  /** What a family of polymorphic types stands for. */
  private record Binding(
      Optional<TypeName> element, Optional<TypeName> range, Optional<TypeName> multirange) {}

  private Optional<Binding> exact(List<TypeName> declared, List<TypeName> actual) {
    Optional<TypeName> element = Optional.empty();
    Optional<TypeName> range = Optional.empty();
    Optional<TypeName> multirange = Optional.empty();
    for (int i = 0; i < declared.size(); i++) {
      TypeName given = TypeSystem.plain(actual.get(i));
      if (given.equals(Typed.UNKNOWN) || !isExact(declared.get(i))) {
        continue;
      }
      TypeName base = TypeSystem.plain(types.base(given));
      Optional<TypeName> found =
          switch (declared.get(i).name()) {
            case "anyarray" ->
                base.array() ? Optional.of(base.element()) : Optional.<TypeName>empty();
            case "anyrange" -> types.isRange(base) ? types.rangeOf(base) : Optional.empty();
            case "anymultirange" ->
                types.isMultirange(base)
                    ? types.rangeOf(base).flatMap(types::rangeOf)
                    : Optional.empty();
            case "anynonarray" -> base.array() ? Optional.empty() : Optional.of(given);
            case "anyenum" ->
                types.category(base) == 'E' ? Optional.of(given) : Optional.<TypeName>empty();
            default -> Optional.of(given);
          };
      if (found.isEmpty() || element.isPresent() && !element.equals(found)) {
        return Optional.empty();
      }
      element = found;
      if (declared.get(i).name().equals("anyrange")) {
        range = Optional.of(base);
      }
      if (declared.get(i).name().equals("anymultirange")) {
        multirange = Optional.of(base);
        range = types.rangeOf(base);
      }
    }
    return Optional.of(new Binding(element, range, multirange));
  }

  private Optional<Binding> compatible(List<TypeName> declared, List<TypeName> actual) {
    var elements = new ArrayList<TypeName>();
    Optional<TypeName> range = Optional.empty();
    for (int i = 0; i < declared.size(); i++) {
      TypeName given = TypeSystem.plain(actual.get(i));
      if (!declared.get(i).name().startsWith("anycompatible") || given.equals(Typed.UNKNOWN)) {
        continue;
      }
      TypeName base = TypeSystem.plain(types.base(given));
      Optional<TypeName> element =
          switch (declared.get(i).name()) {
            case "anycompatiblearray" ->
                base.array() ? Optional.of(base.element()) : Optional.<TypeName>empty();
            case "anycompatiblenonarray" ->
                base.array() ? Optional.<TypeName>empty() : Optional.of(given);
            case "anycompatiblerange" ->
                types.isRange(base) ? types.rangeOf(base) : Optional.<TypeName>empty();
            default -> Optional.of(given);
          };
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
      range = types.isRange(base) ? Optional.of(base) : range;
    }
    Optional<TypeName> common =
        elements.isEmpty() ? Optional.of(Typed.TEXT) : conversions.common(elements);
    if (common.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Binding(common, range, Optional.empty()));
  }

  private static boolean isExact(TypeName type) {
    return isPolymorphic(type) && !type.name().startsWith("anycompatible");
  }

  private static Optional<TypeName> substituted(TypeName type, Binding exact, Binding compatible) {
    if (!isPolymorphic(type)) {
      return Optional.of(type);
    }
    Binding family = isExact(type) ? exact : compatible;
    String name = type.name();
    if (name.endsWith("multirange")) {
      return family.multirange();
    }
    if (name.endsWith("range")) {
      return family.range();
    }
    return name.endsWith("array") && !name.endsWith("nonarray")
        ? family.element().map(TypeName::toArray)
        : family.element();
  }
}
