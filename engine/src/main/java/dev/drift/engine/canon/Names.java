package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks names up in a {@link Scope}, by the search path where they are not qualified. */
public final class Names {
  static final Set<Kind> ROUTINES = EnumSet.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE);
  static final Set<Kind> READABLE =
      EnumSet.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE);

  private Names() {}

  /** {@return the relation (table, view, sequence) that {@code path} names} */
  public static Optional<ObjectId> relation(List<String> path, Scope scope) {
    String name = path.get(path.size() - 1);
    for (String schema : schemas(path, scope)) {
      Optional<ObjectId> found =
          scope.objects().named(schema, name).stream()
              .map(SchemaObject::id)
              .filter(id -> READABLE.contains(id.kind()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@return the routines that {@code path} names, in the first schema that has any} */
  public static List<ObjectId> routines(List<String> path, Scope scope) {
    String name = path.get(path.size() - 1);
    for (String schema : schemas(path, scope)) {
      Collection<SchemaObject> found = scope.objects().routines(schema, name);
      if (!found.isEmpty()) {
        return found.stream().map(SchemaObject::id).toList();
      }
    }
    return List.of();
  }

  /**
   * {@return the routines that {@code path} may name with so many arguments, of all schemas that
   * are searched; one hides those of the same types behind it (FuncnameGetCandidates)}
   */
  public static List<ObjectId> routines(List<String> path, int arguments, Scope scope) {
    String name = path.get(path.size() - 1);
    List<ObjectId> found = List.of();
    for (String schema : schemas(path, scope)) {
      for (SchemaObject object : scope.objects().routines(schema, name)) {
        boolean accepted = !(object instanceof Routine routine) || accepts(routine, arguments);
        String typed = object.id().name();
        if (accepted && found.stream().noneMatch(id -> id.name().equals(typed))) {
          found = found.isEmpty() ? new ArrayList<>() : found;
          found.add(object.id());
        }
      }
    }
    return found;
  }

  /** {@return whether types must tell which function {@code path} names: {@code own} or others} */
  public static boolean isOpen(List<String> path, int arguments, List<ObjectId> own) {
    return own.size() > 1
        || own.size() == 1 && path.size() == 1 && Typing.isBuiltinFunction(path.get(0), arguments);
  }

  /**
   * {@return the schema of {@code own}, which {@code path} may name, where all are of one and the
   * server has no such function}
   */
  public static Optional<String> agreedSchema(
      List<String> path, int arguments, List<ObjectId> own) {
    List<String> schemas = own.stream().map(ObjectId::schema).distinct().toList();
    return schemas.size() == 1
            && (path.size() > 1 || !Typing.isBuiltinFunction(path.get(0), arguments))
        ? Optional.of(schemas.get(0))
        : Optional.empty();
  }

  /** {@return the collation that {@code path} names; the server's own come before others} */
  public static Optional<ObjectId> collation(List<String> path, Scope scope) {
    String name = path.get(path.size() - 1);
    if (scope.objects().ofKind(Kind.COLLATION).isEmpty()) {
      return Optional.empty();
    }
    for (String schema : schemas(path, scope)) {
      ObjectId id = ObjectId.of(Kind.COLLATION, schema, name);
      if (scope.objects().contains(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private static boolean accepts(Routine routine, int arguments) {
    List<Routine.Parameter> inputs =
        routine.parameters().stream().filter(parameter -> parameter.mode().isInput()).toList();
    long needed =
        inputs.stream()
            .filter(parameter -> parameter.defaultValue().isEmpty())
            .filter(parameter -> parameter.mode() != Routine.Mode.VARIADIC)
            .count();
    boolean variadic =
        inputs.stream().anyMatch(parameter -> parameter.mode() == Routine.Mode.VARIADIC);
    return arguments >= needed && (variadic || arguments <= inputs.size());
  }

  /** {@return the name of {@code id}, of a routine without its types} */
  static String plain(ObjectId id) {
    int parenthesis = ROUTINES.contains(id.kind()) ? id.name().lastIndexOf('(') : -1;
    return parenthesis < 0 ? id.name() : id.name().substring(0, parenthesis);
  }

  /** {@return whether queries can read objects of that kind} */
  public static boolean isReadable(Kind kind) {
    return READABLE.contains(kind);
  }

  /** {@return the user-defined type of that schema and name: enum, domain, table row type …} */
  public static Optional<ObjectId> type(String schema, String name, Objects objects) {
    return objects.named(schema, name).stream()
        .map(SchemaObject::id)
        .filter(id -> Objects.TYPES.contains(id.kind()) || READABLE.contains(id.kind()))
        .findFirst()
        .or(() -> multirange(schema, name, objects));
  }

  /** {@return the range type whose multirange type has that name} */
  private static Optional<ObjectId> multirange(String schema, String name, Objects objects) {
    var wanted = Optional.of(new QualifiedName(schema, name));
    return objects.ofKind(Kind.RANGE_TYPE).stream()
        .filter(type -> type instanceof RangeType range && range.multirange().equals(wanted))
        .map(SchemaObject::id)
        .findFirst();
  }

  private static List<String> schemas(List<String> path, Scope scope) {
    return path.size() > 1 ? List.of(path.get(path.size() - 2)) : scope.searchPath();
  }
}
