package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The functions and operators that a name may mean: the server's and the model's (namespace.c,
 * FuncnameGetCandidates and OpernameGetCandidates).
 */
final class Candidates {
  private static final String CATALOG = "pg_catalog";

  private final OwnSignatures own;
  private final Objects objects;
  private final Optional<List<String>> searchPath;
  private final boolean guessing;
  private final Map<String, List<Operator>> operators = new HashMap<>();
  private final Map<Operation, Optional<Selection.Chosen>> operations = new HashMap<>();
  private boolean indexed;

  private record Operation(Name operator, boolean written, List<TypeName> operands) {}

  private Candidates(Objects objects, Optional<List<String>> searchPath, boolean guessing) {
    this.guessing = guessing;
    this.own = new OwnSignatures(objects);
    this.objects = objects;
    this.searchPath = searchPath;
  }

  /** {@return those of names in text that a server printed, or whose names are looked up} */
  static Candidates asPrinted(Objects objects) {
    return new Candidates(objects, Optional.empty(), false);
  }

  /** {@return the same; what has no name in the text, as that of IN, may be of any schema} */
  static Candidates asUsed(Objects objects) {
    return new Candidates(objects, Optional.empty(), true);
  }

  /** {@return those of names that are looked up along {@code searchPath}} */
  static Candidates along(List<String> searchPath, Objects objects) {
    var schemas = new ArrayList<>(searchPath);
    if (!schemas.contains(CATALOG)) {
      schemas.add(0, CATALOG);
    }
    return new Candidates(objects, Optional.of(schemas), false);
  }

  /** {@return what a call with so many arguments may mean} */
  List<Signature> functions(Name name, int arguments) {
    var found = new ArrayList<Signature>();
    for (String schema : schemas(name)) {
      List<Signature> all =
          schema.equals(CATALOG)
              ? Signatures.get().functions(name.name())
              : own.functions(schema, name.name());
      add(all, arguments, found);
    }
    return found;
  }

  /**
   * {@return what an operator may mean; nothing where a printed name, which is not qualified, need
   * not be the server's own, as that of IN}
   */
  List<Signature> operators(Name name, int operands) {
    var found = new ArrayList<Signature>();
    List<Operator> others = own(name.name());
    if (guessing && name.place().index() < 0) {
      add(Signatures.get().operators(name.name()), operands, found);
      add(others.stream().map(own::of).toList(), operands, found);
      return found;
    }
    if (searchPath.isEmpty() && isCatalog(name.schema()) && !others.isEmpty()) {
      return found;
    }
    for (String schema : schemas(name)) {
      List<Signature> all =
          schema.equals(CATALOG)
              ? Signatures.get().operators(name.name())
              : others.stream()
                  .filter(operator -> operator.id().schema().equals(schema))
                  .map(own::of)
                  .toList();
      add(all, operands, found);
    }
    return found;
  }

  /** {@return what all operators of that name give, in whichever schema} */
  List<TypeName> results(Name name, int operands) {
    var all = new ArrayList<Signature>();
    if (isCatalog(name.schema())) {
      all.addAll(Signatures.get().operators(name.name()));
    }
    own(name.name()).stream()
        .filter(one -> isCatalog(name.schema()) || name.schema().equals(one.id().schema()))
        .map(own::of)
        .forEach(all::add);
    return all.stream()
        .filter(one -> one.args().size() == operands)
        .map(Signature::result)
        .distinct()
        .toList();
  }

  private static void add(List<Signature> all, int arguments, List<Signature> found) {
    for (Signature signature : all) {
      Optional<List<TypeName>> args = signature.taking(arguments);
      boolean hidden =
          args.isPresent()
              && signature.own().isPresent()
              && found.stream().anyMatch(other -> other.taking(arguments).equals(args));
      if (args.isPresent() && !hidden) {
        found.add(signature);
      }
    }
  }

  private List<String> schemas(Name name) {
    if (!isCatalog(name.schema())) {
      return List.of(name.schema());
    }
    return name.schema().isEmpty() ? searchPath.orElse(List.of(CATALOG)) : List.of(CATALOG);
  }

  private static boolean isCatalog(String schema) {
    return schema.isEmpty() || schema.equals(CATALOG);
  }

  /** The model's operators of that name, in whichever schema. */
  private List<Operator> own(String name) {
    if (!indexed) {
      indexed = true;
      for (SchemaObject object : objects.ofKind(Kind.OPERATOR)) {
        if (object instanceof Operator operator) {
          String symbol = object.id().name().substring(0, object.id().name().indexOf('('));
          operators.computeIfAbsent(symbol, key -> new ArrayList<>()).add(operator);
        }
      }
    }
    return operators.getOrDefault(name, List.of());
  }

  /**
   * {@return what {@code choosing} says of an operator on these types, remembered: few of them make
   * up a schema's expressions}
   */
  Optional<Selection.Chosen> remembered(
      Name operator, List<TypeName> operands, Supplier<Optional<Selection.Chosen>> choosing) {
    var operation = new Operation(operator, operator.place().index() >= 0, operands);
    Optional<Selection.Chosen> chosen = operations.get(operation);
    if (chosen == null) {
      chosen = choosing.get();
      operations.put(operation, chosen);
    }
    return chosen;
  }
}
