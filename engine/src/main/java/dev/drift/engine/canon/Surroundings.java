package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.ColumnTypes;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is around an expression or query that is compared: the types that its names have, and the
 * type it is assigned to. Both sides are read with the types of one.
 */
public final class Surroundings {
  private static final Set<String> ROWS = Set.of("old", "new");

  private final Objects objects;
  private final Objects others;
  private final Typing typing;
  private final Optional<SchemaObject> object;
  private final Optional<SchemaObject> counterpart;
  private final Optional<TypeName> target;

  private Surroundings(
      Objects objects,
      Objects others,
      Typing typing,
      Optional<SchemaObject> object,
      Optional<SchemaObject> counterpart,
      Optional<TypeName> target) {
    this.objects = objects;
    this.others = others;
    this.typing = typing;
    this.object = object;
    this.counterpart = counterpart;
    this.target = target;
  }

  /** {@return the surroundings of queries that read {@code objects}} */
  public static Surroundings of(Objects objects) {
    return between(objects, objects);
  }

  /**
   * {@return the surroundings of SQL that reads {@code objects}, compared with SQL that reads
   * {@code others}}
   */
  public static Surroundings between(Objects objects, Objects others) {
    return new Surroundings(
        objects, others, Typing.of(objects), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return the types of what expressions of {@code owner} may name} */
  static ColumnTypes columns(Optional<ObjectId> owner, Objects objects) {
    return owner
        .flatMap(id -> objects.find(id).or(() -> whole(id, objects)))
        .map(found -> of(objects).of(found).columns())
        .orElse(ColumnTypes.NONE);
  }

  /** A relation or domain that is called a table. */
  private static Optional<SchemaObject> whole(ObjectId id, Objects objects) {
    return objects.named(id.schema(), id.name()).stream()
        .filter(
            object -> Names.READABLE.contains(object.id().kind()) || object instanceof DomainType)
        .findFirst();
  }

  /** {@return the surroundings of the SQL inside {@code inner}} */
  public Surroundings of(SchemaObject inner) {
    return of(inner, inner);
  }

  /** {@return the surroundings of the SQL inside {@code inner}, compared with {@code other}'s} */
  public Surroundings of(SchemaObject inner, SchemaObject other) {
    return new Surroundings(
        objects, others, typing, Optional.of(inner), Optional.of(other), target(inner));
  }

  /** {@return the surroundings of the SQL inside {@code part} of the object at hand} */
  public Surroundings within(Record part) {
    return switch (part) {
      case Routine.Parameter parameter ->
          new Surroundings(
              objects, others, typing, object, counterpart, Optional.of(parameter.type()));
      case Publication.Member member ->
          objects.find(member.table()).map(this::of).orElse(this).ofCondition();
      default -> this;
    };
  }

  private Surroundings ofCondition() {
    return new Surroundings(
        objects, others, typing, object, counterpart, Optional.of(TypeName.builtin("boolean")));
  }

  /** {@return {@code query} of the object at hand with its parameters by their places} */
  QueryNode placed(QueryNode query) {
    return new ParameterPlaces(parameters(object)).in(query);
  }

  /** {@return what puts parameters by their places in the SQL that is compared with} */
  ParameterPlaces otherPlaces() {
    return new ParameterPlaces(parameters(counterpart));
  }

  private static Parameters parameters(Optional<SchemaObject> object) {
    return object
        .filter(Routine.class::isInstance)
        .map(routine -> Parameters.of((Routine) routine))
        .orElse(Parameters.NONE);
  }

  /** {@return the type that a domain is of in the end; else {@code type} itself} */
  public TypeName base(TypeName type) {
    return typing.base(type);
  }

  Typing typing() {
    return typing;
  }

  /** {@return what calls columns by the names that they have in the objects around} */
  ColumnAliases aliases() {
    return new ColumnAliases(objects);
  }

  /** {@return the same for the SQL that is compared with} */
  ColumnAliases otherAliases() {
    return new ColumnAliases(others);
  }

  /** {@return the types of the columns of {@code relation} that have these names} */
  List<Optional<TypeName>> columns(Name relation, List<String> names) {
    return names.stream().map(name -> column(relation.schema(), relation.name(), name)).toList();
  }

  /** {@return the type that the object's expressions are assigned to} */
  Optional<TypeName> target() {
    return target;
  }

  /** {@return the types of the keys that the table at hand is a partition by} */
  List<Optional<TypeName>> partitionKey() {
    Optional<Table> parent =
        object
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).partitionOf())
            .flatMap(partition -> objects.find(partition.parent(), Table.class));
    return parent
        .flatMap(Table::partitionKey)
        .map(key -> PartitionKeys.types(key, of(parent.get())))
        .orElse(List.of());
  }

  private static Optional<TypeName> target(SchemaObject inner) {
    return switch (inner) {
      case Column column -> Optional.of(column.type());
      case DomainType domain -> Optional.of(domain.base());
      case Check check -> Optional.of(TypeName.builtin("boolean"));
      case DomainConstraint check -> Optional.of(TypeName.builtin("boolean"));
      default -> Optional.empty();
    };
  }

  ColumnTypes columns() {
    return object
        .<ColumnTypes>map(inner -> column -> column(inner, column))
        .orElse(ColumnTypes.NONE);
  }

  private Optional<TypeName> column(SchemaObject inner, Node.Column column) {
    List<String> path = column.path();
    if (inner instanceof Routine routine) {
      return Parameters.of(routine).type(column.name());
    }
    if (inner instanceof DomainConstraint || inner instanceof DomainType) {
      boolean whole = inner instanceof DomainType;
      String name = whole ? inner.id().name() : inner.id().parent();
      ObjectId domain = ObjectId.of(Kind.DOMAIN, inner.id().schema(), name);
      return path.equals(List.of("value"))
          ? objects.find(domain, DomainType.class).map(DomainType::base)
          : Optional.empty();
    }
    String qualifier = path.size() > 1 ? path.get(path.size() - 2) : "";
    ObjectId relation = relation(inner);
    String owner = relation.name();
    boolean own = qualifier.isEmpty() || qualifier.equals(owner) || ROWS.contains(qualifier);
    return own && !owner.isEmpty()
        ? column(relation.schema(), owner, column.name())
        : Optional.empty();
  }

  /** The relation whose columns the object's expressions name; without a name if there is none. */
  private static ObjectId relation(SchemaObject inner) {
    return switch (inner) {
      case Table table -> table.id();
      case View view -> view.id();
      case MaterializedView view -> view.id();
      case Statistics statistics -> statistics.relation();
      default -> ObjectId.table(inner.id().schema(), inner.id().parent());
    };
  }

  private Optional<TypeName> column(String schema, String owner, String name) {
    return Names.relation(List.of(schema, owner), new Scope(objects, List.of()))
        .flatMap(relation -> typing.column(relation, name));
  }
}
