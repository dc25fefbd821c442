package dev.drift.engine.plan;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.References;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Defined;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.EventTrigger;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Schema;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Subscription;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.UserMapping;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each object of a model needs to be there. Errs on the side of too much where SQL text only
 * may mean an object.
 */
final class Dependencies {
  /** What hangs on any object, and so has a parent that need not be its own. */
  static final Set<Kind> FACETS =
      Set.of(
          Kind.COMMENT,
          Kind.OWNER,
          Kind.PRIVILEGES,
          Kind.SECURITY_LABEL,
          Kind.EXTENSION_DEPENDENCY);

  private final SchemaModel model;
  private final Map<ObjectId, SortedSet<ObjectId>> needs = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> defaultNeeds = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededBy = new HashMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededByDefaultOf = new HashMap<>();

  Dependencies(SchemaModel model) {
    this.model = model;
    for (SchemaObject object : model.objects()) {
      var found = new TreeSet<ObjectId>();
      collect(object, found);
      keep(object.id(), found, needs, neededBy);
      if (object instanceof Column column) {
        var used = new TreeSet<ObjectId>();
        column.defaultValue().ifPresent(value -> references(value.sql(), used));
        keep(object.id(), used, defaultNeeds, neededByDefaultOf);
      }
    }
  }

  private void keep(
      ObjectId id,
      Set<ObjectId> found,
      Map<ObjectId, SortedSet<ObjectId>> forwards,
      Map<ObjectId, SortedSet<ObjectId>> backwards) {
    var present = new TreeSet<ObjectId>();
    for (ObjectId need : found) {
      if (!need.equals(id) && model.contains(need)) {
        present.add(need);
        backwards.computeIfAbsent(need, key -> new TreeSet<>()).add(id);
      }
    }
    forwards.put(id, present);
  }

  /** {@return what {@code id} needs, a column's default aside} */
  SortedSet<ObjectId> of(ObjectId id) {
    return needs.getOrDefault(id, new TreeSet<>());
  }

  /** {@return what the default of the column {@code id} needs} */
  SortedSet<ObjectId> ofDefault(ObjectId id) {
    return defaultNeeds.getOrDefault(id, new TreeSet<>());
  }

  /** {@return what needs {@code id}, defaults of columns aside} */
  SortedSet<ObjectId> dependents(ObjectId id) {
    return neededBy.getOrDefault(id, new TreeSet<>());
  }

  /** {@return the columns whose defaults need {@code id}} */
  SortedSet<ObjectId> defaultDependents(ObjectId id) {
    return neededByDefaultOf.getOrDefault(id, new TreeSet<>());
  }

  /**
   * {@return what the body of a routine names; it need not be there until the routine is called}
   */
  Set<ObjectId> ofBody(ObjectId id) {
    var found = new TreeSet<ObjectId>();
    model
        .find(id, Routine.class)
        .filter(routine -> routine.standardBody().isEmpty())
        .ifPresent(routine -> unqualified(routine.body(), found));
    found.remove(id);
    return found;
  }

  /** {@return the functions that a base type consists of; each needs the other} */
  Set<ObjectId> functionsOf(BaseType type) {
    var functions = new TreeSet<ObjectId>();
    for (Optional<QualifiedName> function : References.functions(type.functions())) {
      function
          .map(name -> ObjectId.of(Kind.FUNCTION, name.schema(), name.name()))
          .filter(model::contains)
          .ifPresent(functions::add);
    }
    return functions;
  }

  /** {@return whether {@code id} is one of the functions that the base type consists of} */
  boolean isFunctionOf(ObjectId id, ObjectId type) {
    return type.kind() == Kind.BASE_TYPE
        && id.kind() == Kind.FUNCTION
        && model.find(type, BaseType.class).filter(t -> functionsOf(t).contains(id)).isPresent();
  }

  private void collect(SchemaObject object, Set<ObjectId> found) {
    ObjectId id = object.id();
    if (!id.schema().isEmpty()) {
      found.add(ObjectId.global(Kind.SCHEMA, id.schema()));
    }
    if (!id.parent().isEmpty() && !FACETS.contains(id.kind())) {
      owner(id).ifPresent(found::add);
    }
    if (!(object instanceof BaseType)) {
      found.addAll(References.of(object, model));
    }
    switch (object) {
      case Schema schema -> {}
      case Extension extension -> found.add(ObjectId.global(Kind.SCHEMA, extension.schema()));
      case EnumType type -> {}
      case CompositeType type -> type.fields().forEach(field -> type(field.type(), found));
      case DomainType domain -> {
        type(domain.base(), found);
        domain.defaultValue().ifPresent(value -> references(value.sql(), found));
      }
      case DomainConstraint check -> references(check.expression().sql(), found);
      case Sequence sequence -> {}
      case Table table -> table(table, found);
      case Column column -> column(column, found);
      case PrimaryKey key -> {
        columns(id, key.columns(), found);
        columns(id, key.include(), found);
      }
      case Unique unique -> {
        columns(id, unique.columns(), found);
        columns(id, unique.include(), found);
      }
      case Exclusion exclusion -> {
        exclusion.elements().forEach(element -> key(id, element.key(), found));
        exclusion.predicate().ifPresent(where -> expression(id, where, found));
      }
      case ForeignKey key -> foreignKey(key, found);
      case Check check -> expression(id, check.expression(), found);
      case Index index -> {
        index.keys().forEach(key -> key(id, key, found));
        columns(id, index.include(), found);
        index.predicate().ifPresent(where -> expression(id, where, found));
      }
      case View view -> query(view.query(), found);
      case MaterializedView view -> query(view.query(), found);
      case Routine routine -> routine(routine, found);
      case Trigger trigger -> trigger(trigger, found);
      case Policy policy -> {
        policy.using().ifPresent(using -> condition(id, using, found));
        policy.check().ifPresent(check -> condition(id, check, found));
      }
      case RewriteRule rule -> {
        rule.condition().ifPresent(condition -> condition(id, condition, found));
        for (Query command : rule.commands()) {
          query(command, found);
          owner(id).ifPresent(owner -> columnsNamed(words(command.sql()), owner, found));
        }
      }
      case Statistics statistics -> {
        found.add(statistics.relation());
        statistics
            .columns()
            .forEach(name -> found.add(ObjectId.column(statistics.relation(), name)));
        for (Expression expression : statistics.expressions()) {
          references(expression.sql(), found);
          columnsNamed(words(expression.sql()), statistics.relation(), found);
        }
      }
      case ForeignDataWrapper wrapper -> {
        wrapper.handler().ifPresent(name -> found.addAll(routines(name)));
        wrapper.validator().ifPresent(name -> found.addAll(routines(name)));
        model.ofKind(Kind.EXTENSION).forEach(extension -> found.add(extension.id()));
      }
      case ForeignServer server -> {
        found.add(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, server.wrapper()));
        model.ofKind(Kind.EXTENSION).forEach(extension -> found.add(extension.id()));
      }
      case UserMapping mapping -> found.add(ObjectId.global(Kind.SERVER, id.parent()));
      case Publication publication -> {
        publication.schemas().forEach(name -> found.add(ObjectId.global(Kind.SCHEMA, name)));
        for (Publication.Member member : publication.tables()) {
          found.add(member.table());
          member.columns().forEach(name -> found.add(ObjectId.column(member.table(), name)));
          member
              .condition()
              .ifPresent(
                  where -> {
                    references(where.sql(), found);
                    columnsNamed(words(where.sql()), member.table(), found);
                  });
        }
      }
      case Subscription subscription -> {}
      case BaseType type -> type.element().ifPresent(element -> type(element, found));
      case Defined named -> {}
      case SecurityLabel label -> subject(label.target(), found);
      case ExtensionDependency dependency -> {
        subject(dependency.target(), found);
        found.add(ObjectId.global(Kind.EXTENSION, dependency.extension()));
      }
      case EventTrigger trigger -> {
        QualifiedName function = trigger.function();
        found.add(ObjectId.of(Kind.FUNCTION, function.schema(), function.name() + "()"));
      }
      case Comment comment -> subject(comment.target(), found);
      case Owner owner -> subject(owner.target(), found);
      case Privileges privileges -> {
        subject(privileges.target(), found);
        found.add(privileges.target().facet(Kind.OWNER));
        owner(privileges.target())
            .ifPresent(relation -> found.add(relation.facet(Kind.PRIVILEGES)));
      }
      case DefaultPrivileges defaults -> {}
    }
  }

  /** What a comment or a privilege is on, or has to do with. */
  private void subject(ObjectId target, Set<ObjectId> found) {
    if (model.contains(target)) {
      found.add(target);
      return;
    }
    owner(target).ifPresent(found::add);
    model
        .identityColumn(new QualifiedName(target.schema(), target.name()))
        .ifPresent(column -> found.add(column.id()));
  }

  private void table(Table table, Set<ObjectId> found) {
    table.partitionOf().ifPresent(partition -> found.add(partition.parent()));
    found.addAll(table.inherits());
    table.foreign().ifPresent(f -> found.add(ObjectId.global(Kind.SERVER, f.server())));
    table.ofType().ifPresent(type -> type(type, found));
    table.partitionKey().ifPresent(key -> references(key.sql(), found));
  }

  private void column(Column column, Set<ObjectId> found) {
    type(column.type(), found);
    column
        .generated()
        .ifPresent(generated -> expression(column.id(), generated.expression(), found));
    if (column.inherited()) {
      owner(column.id())
          .flatMap(id -> model.find(id, Table.class))
          .ifPresent(
              table -> {
                table
                    .partitionOf()
                    .ifPresent(
                        partition ->
                            found.add(ObjectId.column(partition.parent(), column.id().name())));
                table
                    .inherits()
                    .forEach(parent -> found.add(ObjectId.column(parent, column.id().name())));
              });
    }
  }

  private void foreignKey(ForeignKey key, Set<ObjectId> found) {
    columns(key.id(), key.columns(), found);
    found.add(key.referenced());
    key.referencedColumns().forEach(name -> found.add(ObjectId.column(key.referenced(), name)));
    for (SchemaObject other : model.ofKind(Kind.TABLE)) {
      if (other instanceof Table table
          && table
              .partitionOf()
              .filter(partition -> partition.parent().equals(key.referenced()))
              .isPresent()) {
        found.add(table.id());
      }
    }
    Set<String> wanted = Set.copyOf(key.referencedColumns());
    for (SchemaObject part : model.childrenOf(key.referenced())) {
      boolean backs =
          switch (part) {
            case PrimaryKey primary -> Set.copyOf(primary.columns()).equals(wanted);
            case Unique unique -> Set.copyOf(unique.columns()).equals(wanted);
            case Index index ->
                index.unique()
                    && index.predicate().isEmpty()
                    && index.keys().stream()
                        .allMatch(one -> one.column() && wanted.contains(name(one.expression())));
            default -> false;
          };
      if (backs) {
        found.add(part.id());
      }
    }
  }

  private static String name(Expression column) {
    List<Token> tokens = Tokenizer.tokenize(column.sql());
    return tokens.size() == 1 ? tokens.getFirst().value() : "";
  }

  private void routine(Routine routine, Set<ObjectId> found) {
    routine
        .parameters()
        .forEach(
            parameter -> {
              type(parameter.type(), found);
              parameter.defaultValue().ifPresent(value -> references(value.sql(), found));
            });
    routine.returns().ifPresent(type -> type(type, found));
    if (routine.standardBody().isPresent()) {
      text(routine.standardBody().get().sql(), found);
    }
  }

  private void trigger(Trigger trigger, Set<ObjectId> found) {
    QualifiedName function = trigger.function();
    found.add(ObjectId.of(Kind.FUNCTION, function.schema(), function.name() + "()"));
    columns(trigger.id(), trigger.updateColumns(), found);
    trigger.referenced().ifPresent(found::add);
    trigger.condition().ifPresent(when -> condition(trigger.id(), when, found));
  }

  private Set<ObjectId> routines(QualifiedName name) {
    var ids = new TreeSet<ObjectId>();
    model.routines(name.schema(), name.name()).forEach(routine -> ids.add(routine.id()));
    return ids;
  }

  private void key(ObjectId part, IndexKey key, Set<ObjectId> found) {
    expression(part, key.expression(), found);
  }

  private void columns(ObjectId part, Collection<String> names, Set<ObjectId> found) {
    owner(part).ifPresent(owner -> names.forEach(name -> found.add(ObjectId.column(owner, name))));
  }

  /** An expression over the columns of the owning table. */
  private void expression(ObjectId part, Expression expression, Set<ObjectId> found) {
    references(expression.sql(), found);
    owner(part).ifPresent(owner -> columnsNamed(words(expression.sql()), owner, found));
  }

  /** An expression that may hold subqueries and NEW and OLD. */
  private void condition(ObjectId part, Expression expression, Set<ObjectId> found) {
    text(expression.sql(), found);
    owner(part).ifPresent(owner -> columnsNamed(words(expression.sql()), owner, found));
  }

  private void query(Query query, Set<ObjectId> found) {
    found.addAll(query.relations());
    if (!query.understood()) {
      unqualified(query.sql(), found);
    }
    text(query.sql(), found);
  }

  private void text(String sql, Set<ObjectId> found) {
    references(sql, found);
    Set<String> words = words(sql);
    for (ObjectId relation : List.copyOf(found)) {
      if (Objects.RELATIONS.contains(relation.kind())) {
        columnsNamed(words, relation, found);
      }
    }
  }

  private void columnsNamed(Set<String> words, ObjectId relation, Set<ObjectId> found) {
    for (SchemaObject part : model.childrenOf(relation)) {
      if (part instanceof Column column && words.contains(column.id().name())) {
        found.add(column.id());
      }
    }
  }

  private void references(String sql, Set<ObjectId> found) {
    found.addAll(Expressions.references(new Expression(sql), model));
  }

  /** Whatever has one of the names in {@code sql}, in whichever schema. */
  private void unqualified(String sql, Set<ObjectId> found) {
    Set<String> words = words(sql);
    for (SchemaObject object : model.objects()) {
      String name = object.id().name();
      int end = name.indexOf('(');
      boolean relation = Objects.RELATIONS.contains(object.id().kind());
      boolean routine = end > 0 && Objects.ROUTINES.contains(object.id().kind());
      if (relation && words.contains(name) || routine && words.contains(name.substring(0, end))) {
        found.add(object.id());
      }
    }
  }

  private static Set<String> words(String sql) {
    var words = new HashSet<String>();
    for (Token token : Tokenizer.tokenize(sql)) {
      if (token.isName()) {
        words.add(token.value());
      }
    }
    return words;
  }

  private void type(TypeName type, Set<ObjectId> found) {
    if (type.schema().isEmpty()) {
      model.ofKind(Kind.EXTENSION).forEach(extension -> found.add(extension.id()));
      return;
    }
    if (!model.ofKind(Kind.RANGE_TYPE).isEmpty()) {
      Names.type(type.schema(), type.name(), model).ifPresent(found::add);
    }
    for (SchemaObject object : model.named(type.schema(), type.name())) {
      Kind kind = object.id().kind();
      boolean row = kind == Kind.TABLE || kind == Kind.VIEW || kind == Kind.MATERIALIZED_VIEW;
      if (Objects.TYPES.contains(kind) || row) {
        found.add(object.id());
      }
    }
  }

  /** {@return the relation or domain that {@code part} belongs to} */
  Optional<ObjectId> owner(ObjectId part) {
    if (part.parent().isEmpty()) {
      return Optional.empty();
    }
    return model.named(part.schema(), part.parent()).stream()
        .map(SchemaObject::id)
        .filter(
            id ->
                id.parent().isEmpty()
                    && (part.kind() == Kind.DOMAIN_CONSTRAINT
                        ? id.kind() == Kind.DOMAIN
                        : Objects.RELATIONS.contains(id.kind())))
        .findFirst();
  }
}
