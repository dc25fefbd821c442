package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.References;
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
import dev.drift.engine.model.OperatorClass;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the other objects depend on one that is dropped. */
final class Dependency {
  /** What becomes of an object. */
  enum Consequence {
    NONE,
    /** It goes without being asked. */
    GOES_ALONG,
    /** It goes with CASCADE, else it forbids the drop. */
    FORBIDS,
    /** Its default goes with CASCADE, else it forbids the drop. */
    DEFAULT_FORBIDS
  }

  /** What can depend on a column without belonging to its table. */
  static final Set<Kind> OF_COLUMNS =
      Set.of(
          Kind.SEQUENCE,
          Kind.STATISTICS,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW,
          Kind.RULE,
          Kind.PUBLICATION);

  private static final Set<Kind> FACETS = Set.of(Kind.COMMENT, Kind.OWNER, Kind.PRIVILEGES);

  /** What others name outside of expressions. */
  private static final Set<Kind> BY_NAME =
      Set.of(
          Kind.COLLATION,
          Kind.OPERATOR,
          Kind.OPERATOR_CLASS,
          Kind.OPERATOR_FAMILY,
          Kind.LANGUAGE,
          Kind.ACCESS_METHOD,
          Kind.TEXT_SEARCH_PARSER,
          Kind.TEXT_SEARCH_TEMPLATE,
          Kind.TEXT_SEARCH_DICTIONARY,
          Kind.TEXT_SEARCH_CONFIGURATION,
          Kind.CAST,
          Kind.CONVERSION,
          Kind.TRANSFORM);

  /** What depends on nothing but its own table, or is found by other ways. */
  private static final Set<Kind> OTHERWISE =
      Set.of(
          Kind.COMMENT,
          Kind.OWNER,
          Kind.PRIVILEGES,
          Kind.DEFAULT_PRIVILEGES,
          Kind.FOREIGN_KEY,
          Kind.PRIMARY_KEY,
          Kind.UNIQUE,
          Kind.ENUM);

  private final SchemaObject dropped;
  private final ObjectId id;
  private final Objects objects;
  private final String word;
  private final boolean isType;
  private final boolean isRoutine;
  private final boolean inExpressions;

  Dependency(SchemaObject dropped, Objects objects) {
    this.dropped = dropped;
    this.id = dropped.id();
    this.objects = objects;
    this.isRoutine = Set.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE).contains(id.kind());
    this.isType =
        Objects.TYPES.contains(id.kind())
            || Set.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW)
                .contains(id.kind());
    this.inExpressions = isType || isRoutine || id.kind() == Kind.SEQUENCE;
    this.word = isRoutine ? RoutineNames.bare(id) : id.name();
  }

  /**
   * {@return whether objects of that kind, on whatever relation, can depend on it at all}
   *
   * <p>Foreign keys apart, which are found by what they point to; and so are the parts of a
   * column's own relation.
   */
  boolean concerns(Kind kind) {
    return switch (id.kind()) {
      case INDEX, PRIMARY_KEY, UNIQUE, EXCLUSION -> false;
      case CHECK, FOREIGN_KEY, TRIGGER, POLICY, COMMENT, DOMAIN_CONSTRAINT -> false;
      case OWNER, PRIVILEGES, DEFAULT_PRIVILEGES -> false;
      case COLUMN -> OF_COLUMNS.contains(kind);
      case SCHEMA -> !FACETS.contains(kind);
      default -> !OTHERWISE.contains(kind);
    };
  }

  /** {@return the objects of that kind among which are all that can depend on it} */
  Collection<SchemaObject> candidates(Kind kind) {
    return kind == Kind.COLUMN && id.kind() != Kind.SCHEMA
        ? objects.outwardColumns()
        : objects.ofKind(kind);
  }

  /** {@return what becomes of {@code object}} */
  Consequence of(SchemaObject object) {
    if (id.kind() == Kind.SCHEMA) {
      if (object.id().kind() == Kind.DEFAULT_PRIVILEGES) {
        return goesIf(object.id().schema().equals(id.name()));
      }
      return object.id().schema().equals(id.name()) && object.id().parent().isEmpty()
              || object instanceof Extension extension && extension.schema().equals(id.name())
          ? Consequence.FORBIDS
          : Consequence.NONE;
    }
    if (BY_NAME.contains(id.kind()) && !(object instanceof OperatorClass)) {
      return forbidsIf(isReferred(object));
    }
    return switch (object) {
      case Schema none -> Consequence.NONE;
      case Extension none -> Consequence.NONE;
      case EnumType none -> Consequence.NONE;
      case Comment none -> Consequence.NONE;
      case Owner none -> Consequence.NONE;
      case Privileges none -> Consequence.NONE;
      case DefaultPrivileges none -> Consequence.NONE;
      case Sequence sequence -> sequence(sequence);
      case Table table -> table(table);
      case Column column -> column(column);
      case PrimaryKey key -> ownColumns(key.id(), key.columns(), key.include());
      case Unique unique -> ownColumns(unique.id(), unique.columns(), unique.include());
      case ForeignKey key -> foreignKey(key);
      case Check check -> ownExpression(check.id(), check.expression());
      case Exclusion exclusion -> exclusion(exclusion);
      case Index index -> index(index);
      case CompositeType composite ->
          forbidsIf(composite.fields().stream().anyMatch(field -> isOf(field.type())));
      case DomainType domain ->
          isOf(domain.base()) || uses(domain.defaultValue())
              ? Consequence.FORBIDS
              : Consequence.NONE;
      case DomainConstraint check -> forbidsIf(uses(check.expression()));
      case View view -> forbidsIf(reads(view.query()));
      case MaterializedView view -> forbidsIf(reads(view.query()));
      case Routine routine -> forbidsIf(routine(routine));
      case Trigger trigger -> forbidsIf(trigger(trigger));
      case RewriteRule rule -> forbidsIf(rule(rule));
      case Statistics statistics -> statistics(statistics);
      case ForeignDataWrapper wrapper ->
          forbidsIf(
              wrapper.handler().filter(this::calls).isPresent()
                  || wrapper.validator().filter(this::calls).isPresent());
      case ForeignServer server ->
          forbidsIf(id.equals(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, server.wrapper())));
      case UserMapping mapping ->
          forbidsIf(id.equals(ObjectId.global(Kind.SERVER, mapping.id().parent())));
      case Publication none -> Consequence.NONE;
      case Subscription none -> Consequence.NONE;
      case SecurityLabel label -> goesIf(label.target().equals(id));
      case ExtensionDependency dependency ->
          goesIf(
              dependency.target().equals(id)
                  || id.equals(ObjectId.global(Kind.EXTENSION, dependency.extension())));
      case EventTrigger trigger -> forbidsIf(calls(trigger.function()));
      case OperatorClass operatorClass -> operatorClass(operatorClass);
      case Defined defined -> forbidsIf(isReferred(defined));
      case Policy policy ->
          forbidsIf(
              policy.using().filter(e -> policyUses(policy, e)).isPresent()
                  || policy.check().filter(e -> policyUses(policy, e)).isPresent());
    };
  }

  private boolean isReferred(SchemaObject object) {
    return References.of(object, objects).contains(id);
  }

  /** A class goes with its family, and everything else needs to be asked for. */
  private Consequence operatorClass(OperatorClass operatorClass) {
    return id.kind() == Kind.OPERATOR_FAMILY
        ? goesIf(isReferred(operatorClass))
        : forbidsIf(isReferred(operatorClass));
  }

  private static Consequence forbidsIf(boolean depends) {
    return depends ? Consequence.FORBIDS : Consequence.NONE;
  }

  private static Consequence goesIf(boolean depends) {
    return depends ? Consequence.GOES_ALONG : Consequence.NONE;
  }

  private Consequence sequence(Sequence sequence) {
    return goesIf(
        sequence
            .ownedBy()
            .filter(c -> c.equals(id) || isRelation() && c.belongsTo(id))
            .isPresent());
  }

  private Consequence table(Table table) {
    if (table.partitionOf().filter(p -> p.parent().equals(id)).isPresent()) {
      return Consequence.GOES_ALONG;
    }
    if (table
        .foreign()
        .filter(f -> id.equals(ObjectId.global(Kind.SERVER, f.server())))
        .isPresent()) {
      return Consequence.FORBIDS;
    }
    return forbidsIf(
        table.inherits().contains(id) || table.ofType().filter(this::isOf).isPresent());
  }

  private Consequence column(Column column) {
    if (isOf(column.type())) {
      return Consequence.FORBIDS;
    }
    boolean computed =
        column
            .generated()
            .filter(g -> usesOwnColumn(column.id(), g.expression()) || uses(g.expression()))
            .isPresent();
    if (computed) {
      return Consequence.FORBIDS;
    }
    return uses(column.defaultValue()) ? Consequence.DEFAULT_FORBIDS : Consequence.NONE;
  }

  private Consequence ownColumns(ObjectId part, List<String> columns, List<String> include) {
    return goesIf(
        isColumnBeside(part) && (columns.contains(id.name()) || include.contains(id.name())));
  }

  private Consequence ownExpression(ObjectId part, Expression expression) {
    return usesOwnColumn(part, expression) ? Consequence.GOES_ALONG : forbidsIf(uses(expression));
  }

  private Consequence foreignKey(ForeignKey key) {
    if (isColumnBeside(key.id()) && key.columns().contains(id.name())) {
      return Consequence.GOES_ALONG;
    }
    if (key.referenced().equals(id)) {
      return Consequence.FORBIDS;
    }
    if (id.kind() == Kind.COLUMN && id.belongsTo(key.referenced())) {
      return forbidsIf(key.referencedColumns().contains(id.name()));
    }
    return forbidsIf(
        id.belongsTo(key.referenced())
            && ForeignKeys.uniqueColumns(dropped).isPresent()
            && Dependents.leansOn(key, dropped, objects));
  }

  private Consequence exclusion(Exclusion exclusion) {
    boolean ownColumn =
        exclusion.elements().stream().anyMatch(e -> usesOwnColumn(exclusion.id(), e.key()))
            || exclusion.predicate().filter(e -> usesOwnColumn(exclusion.id(), e)).isPresent();
    return ownColumn
        ? Consequence.GOES_ALONG
        : forbidsIf(exclusion.elements().stream().anyMatch(e -> uses(e.key().expression())));
  }

  private Consequence index(Index index) {
    if (id.kind() != Kind.COLUMN && !mentioned(index)) {
      return Consequence.NONE;
    }
    boolean ownColumn =
        index.keys().stream().anyMatch(key -> usesOwnColumn(index.id(), key))
            || isColumnBeside(index.id()) && index.include().contains(id.name())
            || index.predicate().filter(e -> usesOwnColumn(index.id(), e)).isPresent();
    return ownColumn
        ? Consequence.GOES_ALONG
        : forbidsIf(
            index.keys().stream().anyMatch(key -> !key.column() && uses(key.expression()))
                || uses(index.predicate()));
  }

  private boolean mentioned(Index index) {
    if (index.predicate().isPresent()) {
      return true;
    }
    for (IndexKey key : index.keys()) {
      if (!key.column()) {
        return true;
      }
    }
    return false;
  }

  private boolean routine(Routine routine) {
    return routine.returns().filter(this::isOf).isPresent()
        || routine.parameters().stream()
            .anyMatch(p -> isOf(p.type()) || p.defaultValue().filter(this::uses).isPresent());
  }

  private boolean trigger(Trigger trigger) {
    if (id.kind() == Kind.COLUMN) {
      return id.belongsTo(Rewriter.owner(trigger.id()))
          && (trigger.updateColumns().contains(id.name())
              || trigger.condition().filter(this::mentionsRowColumn).isPresent());
    }
    return calls(trigger.function())
        || trigger.referenced().filter(id::equals).isPresent()
        || uses(trigger.condition());
  }

  private boolean calls(QualifiedName function) {
    return isRoutine && function.equals(new QualifiedName(id.schema(), word));
  }

  private boolean rule(RewriteRule rule) {
    if (id.kind() == Kind.COLUMN && id.belongsTo(Rewriter.owner(rule.id()))) {
      boolean ofRow =
          rule.condition().filter(this::mentionsRowColumn).isPresent()
              || rule.commands().stream()
                  .anyMatch(command -> mentionsRowColumn(new Expression(command.sql())));
      if (ofRow) {
        return true;
      }
    }
    return rule.commands().stream().anyMatch(this::reads) || uses(rule.condition());
  }

  private Consequence statistics(Statistics statistics) {
    boolean ofColumn =
        id.kind() == Kind.COLUMN
            && id.belongsTo(statistics.relation())
            && (statistics.columns().contains(id.name())
                || statistics.expressions().stream()
                    .anyMatch(e -> !Expressions.columns(e, List.of(id.name())).isEmpty()));
    return ofColumn || statistics.relation().equals(id)
        ? Consequence.GOES_ALONG
        : forbidsIf(statistics.expressions().stream().anyMatch(this::uses));
  }

  /** Whether a trigger's condition has {@code NEW.column} or {@code OLD.column}. */
  private boolean mentionsRowColumn(Expression expression) {
    return expression.sql().contains(id.name()) && RowColumns.of(expression).contains(id.name());
  }

  private boolean policyUses(Policy policy, Expression expression) {
    return usesOwnColumn(policy.id(), expression)
        || isRelation() && mentions(expression.sql()) && refersTo(expression)
        || uses(expression);
  }

  private boolean reads(Query query) {
    if (id.kind() == Kind.COLUMN) {
      ObjectId relation = ObjectId.table(id.schema(), id.parent());
      return query.understood() && Queries.usesColumn(query, relation, id.name());
    }
    if (query.relations().contains(id)) {
      return true;
    }
    return query.understood()
        && inExpressions
        && !isRelation()
        && mentions(query.sql())
        && refersTo(new Expression(query.sql()));
  }

  private boolean isRelation() {
    return switch (id.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  private boolean isOf(TypeName type) {
    return isType && type.name().equals(id.name()) && type.schema().equals(id.schema());
  }

  private boolean uses(Optional<Expression> expression) {
    return expression.filter(this::uses).isPresent();
  }

  private boolean uses(Expression expression) {
    return inExpressions && mentions(expression.sql()) && refersTo(expression);
  }

  private boolean mentions(String sql) {
    return sql.contains(word);
  }

  private boolean refersTo(Expression expression) {
    return Expressions.references(expression, objects).contains(id);
  }

  private boolean isColumnBeside(ObjectId part) {
    return id.kind() == Kind.COLUMN
        && part.parent().equals(id.parent())
        && part.schema().equals(id.schema());
  }

  private boolean usesOwnColumn(ObjectId part, Expression expression) {
    return isColumnBeside(part)
        && expression.sql().contains(id.name())
        && !Expressions.columns(expression, List.of(id.name())).isEmpty();
  }

  private boolean usesOwnColumn(ObjectId part, IndexKey key) {
    return usesOwnColumn(part, key.expression());
  }
}
