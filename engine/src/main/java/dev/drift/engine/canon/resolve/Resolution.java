package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.OwnOperators;
import dev.drift.engine.canon.Parameters;
import dev.drift.engine.canon.Scope;
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

  /** {@return whether only types tell what some function or operator is} */
  boolean isOpen() {
    return open;
  }

  /** {@return the names of the model's own operators} */
  Set<String> symbols() {
    if (symbols.isEmpty()) {
      symbols = Optional.of(OwnOperators.symbols(scope.objects()));
    }
    return symbols.get();
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
