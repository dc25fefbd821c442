package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.TypeName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the type that a name means. */
final class TypeLookup {
  private static final Set<Kind> TYPE_KINDS =
      EnumSet.of(
          Kind.ENUM,
          Kind.COMPOSITE_TYPE,
          Kind.DOMAIN,
          Kind.RANGE_TYPE,
          Kind.BASE_TYPE,
          Kind.TABLE,
          Kind.FOREIGN_TABLE,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW);

  private final Optional<Scope> scope;

  /**
   * @param scope where names are looked up; empty where they are qualified if they can be
   */
  TypeLookup(Optional<Scope> scope) {
    this.scope = scope;
  }

  /** {@return the type that a name alone means} */
  TypeName unqualified(String name, String modifier) {
    if (scope.isEmpty()) {
      return catalogType(name, modifier).orElse(new TypeName("", name, modifier, false));
    }
    return catalogType(name, modifier)
        .or(
            () ->
                scope.get().searchPath().stream()
                    .flatMap(schema -> userType(schema, name, modifier).stream())
                    .findFirst())
        .orElse(new TypeName("", name, modifier, false));
  }

  /** {@return the type of that name in a schema} */
  TypeName qualified(String schema, String name, String modifier) {
    if (schema.equals("pg_catalog")) {
      return catalogType(name, modifier).orElse(typed(name, modifier));
    }
    if (scope.isEmpty()) {
      return new TypeName(schema, name, modifier, false);
    }
    boolean system = schema.equals("information_schema");
    return userType(schema, name, modifier)
        .orElse(new TypeName(system ? schema : "", name, modifier, false));
  }

  /** {@return the type of the column that {@code path} names, before {@code %TYPE}} */
  TypeName ofColumn(List<String> path) {
    String column = path.get(path.size() - 1);
    String table = path.get(path.size() - 2);
    List<String> schemas =
        path.size() > 2
            ? List.of(path.get(path.size() - 3))
            : scope.map(Scope::searchPath).orElse(List.of());
    for (String schema : schemas) {
      Optional<TypeName> found = scope.flatMap(in -> ofColumn(schema, table, column, in.objects()));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new TypeName("", String.join(".", path) + "%type", "", false);
  }

  private static Optional<TypeName> ofColumn(
      String schema, String relation, String column, Objects objects) {
    Optional<CompositeType> composite =
        objects.find(ObjectId.of(Kind.COMPOSITE_TYPE, schema, relation), CompositeType.class);
    return composite.isPresent()
        ? composite.get().fields().stream()
            .filter(field -> field.name().equals(column))
            .map(CompositeType.Field::type)
            .findFirst()
        : Names.relation(List.of(schema, relation), new Scope(objects, List.of()))
            .flatMap(id -> Typing.of(objects).column(id, column));
  }

  private static Optional<TypeName> catalogType(String name, String modifier) {
    Optional<String> canonical = BuiltinTypes.canonical(name);
    if (canonical.isEmpty()) {
      return name.startsWith("_")
          ? BuiltinTypes.canonical(name.substring(1))
              .map(element -> withModifier(element, modifier).toArray())
          : Optional.empty();
    }
    return canonical.map(found -> withModifier(found, modifier));
  }

  private static TypeName withModifier(String canonical, String modifier) {
    return switch (canonical) {
      case "bpchar" -> typed(modifier.isEmpty() ? "bpchar" : "character", modifier);
      case "numeric" -> typed(canonical, numericModifier(modifier));
      default -> typed(canonical, modifier);
    };
  }

  private Optional<TypeName> userType(String schema, String name, String modifier) {
    Objects objects = scope.orElseThrow().objects();
    if (isType(objects, schema, name)) {
      return Optional.of(new TypeName(schema, name, modifier, false));
    }
    return name.startsWith("_") && isType(objects, schema, name.substring(1))
        ? Optional.of(new TypeName(schema, name.substring(1), modifier, true))
        : Optional.empty();
  }

  private static boolean isType(Objects objects, String schema, String name) {
    for (Kind kind : TYPE_KINDS) {
      if (objects.contains(ObjectId.of(kind, schema, name))) {
        return true;
      }
    }
    return !objects.ofKind(Kind.RANGE_TYPE).isEmpty()
        && Names.type(schema, name, objects).isPresent();
  }

  static TypeName typed(String name, String modifier) {
    return new TypeName("pg_catalog", name, modifier, false);
  }

  static String numericModifier(String modifier) {
    return modifier.isEmpty() || modifier.indexOf(',') >= 0 ? modifier : modifier + ",0";
  }
}
