package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By which collation canonical expressions sort (parse_collate.c). */
final class CollationTyping {
  private static final QualifiedName DEFAULT = new QualifiedName("pg_catalog", "default");

  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "character", "bpchar", "unknown");

  private final ScalarTyping scalars;
  private final QueryTyping queries;
  private final TypeSystem types;

  CollationTyping(ScalarTyping scalars, QueryTyping queries, TypeSystem types) {
    this.scalars = scalars;
    this.queries = queries;
    this.types = types;
  }

  /** How much a collation counts among others; several that differ are none. */
  private enum Strength {
    NONE,
    IMPLICIT,
    CONFLICT,
    EXPLICIT
  }

  /** What a part of an expression contributes. */
  record State(Strength strength, QualifiedName collation) {
    static final State NONE = new State(Strength.NONE, DEFAULT);

    static State implicit(QualifiedName collation) {
      return new State(Strength.IMPLICIT, collation);
    }

    State with(State other) {
      if (other.strength.compareTo(strength) > 0) {
        return other;
      }
      if (strength != other.strength
          || strength != Strength.IMPLICIT
          || collation.equals(other.collation)
          || other.collation.equals(DEFAULT)) {
        return this;
      }
      return collation.equals(DEFAULT) ? other : new State(Strength.CONFLICT, DEFAULT);
    }

    /** {@return the collation, if it can be told} */
    Optional<QualifiedName> told() {
      return strength == Strength.NONE || strength == Strength.CONFLICT
          ? Optional.empty()
          : Optional.of(collation);
    }
  }

  State of(Scalar node) {
    return switch (node) {
      case Node.Collate(Scalar arg, Name name) ->
          new State(
              Strength.EXPLICIT,
              new QualifiedName(
                  name.schema().isEmpty() ? "pg_catalog" : name.schema(), name.name()));
      case Node.Column column -> state(scalars.of(column).type(), queries.collation(column));
      case Node.Bound bound -> state(scalars.of(bound).type(), queries.collation(bound));
      default -> {
        Optional<TypeName> type = type(node);
        Optional<QualifiedName> own = type.flatMap(this::own);
        yield own.map(name -> combined(node, type.get(), name)).orElse(State.NONE);
      }
    };
  }

  /** What a column contributes. */
  State state(Optional<TypeName> type, Optional<QualifiedName> collation) {
    return collation.or(() -> type.flatMap(this::own)).map(State::implicit).orElse(State.NONE);
  }

  /** {@return the collation that a column of {@code type} has beside that of the type itself} */
  Optional<QualifiedName> beside(State state, Optional<TypeName> type) {
    return state.told().filter(name -> !type.flatMap(this::own).equals(Optional.of(name)));
  }

  private Optional<TypeName> type(Scalar node) {
    return node instanceof Node.Literal literal && literal.kind() != Node.LiteralKind.NUMBER
        ? Optional.of(Typed.TEXT)
        : scalars.of(node).type();
  }

  private State combined(Scalar node, TypeName type, QualifiedName own) {
    boolean domain = types.find(type).filter(DomainType.class::isInstance).isPresent();
    if (node instanceof Node.Cast && domain && !own.equals(DEFAULT)) {
      return State.implicit(own);
    }
    if (node instanceof Node.Field(Scalar of, String name)) {
      return field(of, name, own);
    }
    if (node instanceof Node.Subquery(var query)) {
      List<OutputColumn> columns = queries.query(query).columns();
      return columns.isEmpty()
          ? State.implicit(own)
          : state(columns.get(0).type(), columns.get(0).collation());
    }
    State parts = State.NONE;
    for (Scalar part : parts(node)) {
      parts = parts.with(of(part));
    }
    return parts.strength == Strength.NONE ? State.implicit(own) : parts;
  }

  private State field(Scalar of, String name, QualifiedName own) {
    return scalars
        .of(of)
        .type()
        .flatMap(types::fields)
        .flatMap(fields -> fields.stream().filter(field -> field.name().equals(name)).findFirst())
        .map(field -> state(field.type(), field.collation()))
        .orElseGet(() -> State.implicit(own));
  }

  /** The parts whose collations make up a node's: conditions, for one, do not. */
  private static List<Scalar> parts(Scalar node) {
    return switch (node) {
      case Node.Case branches -> {
        var results = new ArrayList<>(branches.whens().stream().map(Node.When::result).toList());
        branches.otherwise().ifPresent(results::add);
        yield results;
      }
      case Node.Call call -> CallTyping.arguments(call);
      case Node.Cast cast -> List.of(cast.arg());
      case Node.Loose loose -> List.of(loose.arg());
      case Node.Unary unary -> List.of(unary.arg());
      case Node.Binary binary -> List.of(binary.left(), binary.right());
      case Node.ArrayOf array -> array.elements();
      case Node.Items items -> items.elements();
      case Node.Subscript subscript -> List.of(subscript.of());
      default -> List.of();
    };
  }

  /** A type's own collation, if it has any: names sort by bytes, domains as they say. */
  private Optional<QualifiedName> own(TypeName type) {
    if (type.schema().equals("pg_catalog")) {
      return type.name().equals("name")
          ? Optional.of(new QualifiedName("pg_catalog", "C"))
          : TEXTS.contains(type.name()) ? Optional.of(DEFAULT) : Optional.empty();
    }
    return types
        .find(type.element())
        .filter(DomainType.class::isInstance)
        .map(DomainType.class::cast)
        .flatMap(domain -> domain.collation().or(() -> own(domain.base())));
  }
}
