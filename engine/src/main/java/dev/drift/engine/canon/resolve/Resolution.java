package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.OwnOperators;
import dev.drift.engine.canon.Parameters;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.ColumnTypes;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.ObjectId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What resolving one text gathers: the objects it names, and the first thing not understood. */
final class Resolution {
  private final Scope scope;
  private final Parameters parameters;
  private final SortedSet<ObjectId> objects = new TreeSet<>();
  private Optional<String> doubt = Optional.empty();
  private Optional<Typing> typing = Optional.empty();
  private boolean freeNames;
  private boolean open;
  private Optional<Set<String>> symbols = Optional.empty();

  Resolution(Scope scope) {
    this(scope, Parameters.NONE);
  }

  Resolution(Scope scope, Parameters parameters) {
    this.scope = scope;
    this.parameters = parameters;
  }

  /** {@return what names mean that no column has} */
  Parameters parameters() {
    return parameters;
  }

  /** Lets names stand that no query explains, as in the body of a routine. */
  void allowFreeNames() {
    freeNames = true;
  }

  boolean allowsFreeNames() {
    return freeNames;
  }

  Scope scope() {
    return scope;
  }

  /** {@return what tells the types of columns, where names depend on them} */
  Typing typing() {
    if (typing.isEmpty()) {
      typing = Optional.of(Typing.of(scope.objects(), scope.serverMajor()));
    }
    return typing.get();
  }

  /** Notes that only types tell what some function or operator is. */
  void open() {
    open = true;
  }

  /** The names of the model's own operators. */
  private Set<String> symbols() {
    if (symbols.isEmpty()) {
      symbols = Optional.of(OwnOperators.symbols(scope.objects()));
    }
    return symbols.get();
  }

  /** {@return whether it is, or stands for, an operator that the model may have defined} */
  boolean isOwnOperator(Scalar node) {
    if (symbols().isEmpty()) {
      return false;
    }
    return switch (node) {
      case Node.Unary unary -> symbols().contains(unary.operator().name());
      case Node.Binary binary -> symbols().contains(binary.operator().name());
      case Node.Quantified any -> symbols().contains(any.operator().name());
      case Node.In in -> true;
      case Node.InQuery in -> true;
      case Node.Between between -> true;
      case Node.Like like -> true;
      case Node.Distinct distinct -> true;
      default -> false;
    };
  }

  /** {@return the collation of that name, looked up} */
  Name collation(Name name) {
    Optional<ObjectId> id = Names.collation(name.path(), scope);
    id.ifPresent(this::uses);
    return id.map(found -> name.in(found.schema())).orElse(name);
  }

  /** {@return {@code query}, resolved but for what only types tell, with that told as well} */
  QueryNode settled(QueryNode query, ColumnTypes columns) {
    return open
        ? new OpenNames(this, typing().choices(query, columns, scope.searchPath())).in(query)
        : query;
  }

  /** {@return the same of an expression} */
  Scalar settled(Scalar scalar, ColumnTypes columns) {
    return open
        ? new OpenNames(this, typing().choices(scalar, columns, scope.searchPath())).in(scalar)
        : scalar;
  }

  void uses(ObjectId id) {
    objects.add(id);
  }

  /** Notes that something could not be decided; the first reason stays. */
  void doubt(String reason) {
    if (doubt.isEmpty()) {
      doubt = Optional.of(reason);
    }
  }

  SortedSet<ObjectId> objects() {
    return objects;
  }

  Optional<String> doubt() {
    return doubt;
  }
}
