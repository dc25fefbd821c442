package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** What can be coerced to what, and to what several types come together (parse_coerce.c). */
final class Conversions {
  /** Who asks for a cast; each may do what the ones before may. */
  enum Context {
    IMPLICIT,
    ASSIGNMENT,
    EXPLICIT
  }

  private static final TypeName RECORD = TypeName.builtin("record");

  private final TypeSystem types;
  private final Polymorphism polymorphism;

  Conversions(TypeSystem types) {
    this.types = types;
    this.polymorphism = new Polymorphism(types, this);
  }

  Polymorphism polymorphism() {
    return polymorphism;
  }

  /** {@return whether arguments of types {@code from} go where {@code to} are declared} */
  boolean fit(List<TypeName> from, List<TypeName> to) {
    for (int i = 0; i < from.size(); i++) {
      if (!fits(TypeSystem.plain(from.get(i)), TypeSystem.plain(to.get(i)))) {
        return false;
      }
    }
    return polymorphism.fit(to, from, Typed.BOOLEAN).isPresent()
        || to.stream().noneMatch(Polymorphism::isPolymorphic);
  }

  /** {@return whether {@code from} becomes {@code to} without being asked (can_coerce_type)} */
  boolean fits(TypeName from, TypeName to) {
    return from.equals(to)
        || to.isBuiltin("any")
        || Polymorphism.isPolymorphic(to)
        || from.equals(Typed.UNKNOWN)
        || exists(from, to, Context.IMPLICIT)
        || from.equals(RECORD) && types.category(to) == 'C'
        || to.equals(RECORD) && types.category(from) == 'C';
  }

  /** {@return whether there is a cast (find_coercion_pathway)} */
  boolean exists(TypeName from, TypeName to, Context context) {
    TypeName source = TypeSystem.plain(types.base(from));
    TypeName target = TypeSystem.plain(types.base(to));
    if (source.equals(target)) {
      return true;
    }
    Optional<Context> cast = types.cast(source, target);
    if (cast.isPresent()) {
      return cast.get().compareTo(context) <= 0;
    }
    if (source.array() && target.array()) {
      return exists(source.element(), target.element(), context);
    }
    return context != Context.IMPLICIT && types.category(target) == 'S'
        || context == Context.EXPLICIT && types.category(source) == 'S';
  }

  /** {@return the type that all come to (select_common_type); empty if there is none} */
  Optional<TypeName> common(List<TypeName> all) {
    TypeName first = TypeSystem.plain(all.get(0));
    boolean same = all.stream().allMatch(type -> TypeSystem.plain(type).equals(first));
    if (same && !first.equals(Typed.UNKNOWN)) {
      return Optional.of(first);
    }
    TypeName chosen = TypeSystem.plain(types.base(first));
    for (TypeName type : all.subList(1, all.size())) {
      TypeName next = TypeSystem.plain(types.base(type));
      if (next.equals(Typed.UNKNOWN) || next.equals(chosen)) {
        continue;
      }
      if (chosen.equals(Typed.UNKNOWN)) {
        chosen = next;
      } else if (types.category(next) != types.category(chosen)) {
        return Optional.empty();
      } else if (!types.isPreferred(chosen) && fits(chosen, next) && !fits(next, chosen)) {
        chosen = next;
      }
    }
    return Optional.of(chosen.equals(Typed.UNKNOWN) ? Typed.TEXT : chosen);
  }
}
