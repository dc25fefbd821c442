package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The model's own operators by their symbols. */
public final class OwnOperators {
  private OwnOperators() {}

  /** {@return those that {@code path} may name: of one schema, or of the search path} */
  static List<ObjectId> named(List<String> path, Scope scope) {
    Collection<SchemaObject> operators = scope.objects().ofKind(Kind.OPERATOR);
    if (operators.isEmpty()) {
      return List.of();
    }
    List<String> schemas =
        path.size() > 1 ? List.of(path.get(path.size() - 2)) : scope.searchPath();
    var found = new ArrayList<ObjectId>();
    for (SchemaObject operator : operators) {
      ObjectId id = operator.id();
      if (symbol(id).equals(path.get(path.size() - 1)) && schemas.contains(id.schema())) {
        found.add(id);
      }
    }
    return found;
  }

  /**
   * {@return the schema in which an operator must be that types cannot tell: the only one that has
   * it, where the server has none of that name}
   */
  public static Optional<String> agreedSchema(List<String> path, Scope scope) {
    List<String> schemas = named(path, scope).stream().map(ObjectId::schema).distinct().toList();
    return schemas.size() == 1 && !Typing.isBuiltinOperator(path.get(path.size() - 1))
        ? Optional.of(schemas.get(0))
        : Optional.empty();
  }

  /** {@return those of that symbol, in whichever schema} */
  static List<ObjectId> all(String symbol, Objects objects) {
    return objects.ofKind(Kind.OPERATOR).stream()
        .map(SchemaObject::id)
        .filter(id -> symbol(id).equals(symbol))
        .toList();
  }

  /** {@return all symbols that the model gives a meaning} */
  public static Set<String> symbols(Objects objects) {
    var symbols = new HashSet<String>();
    objects.ofKind(Kind.OPERATOR).forEach(operator -> symbols.add(symbol(operator.id())));
    return symbols;
  }

  /** {@return the operator's name without its types} */
  public static String symbol(ObjectId id) {
    return id.name().substring(0, id.name().indexOf('('));
  }
}
