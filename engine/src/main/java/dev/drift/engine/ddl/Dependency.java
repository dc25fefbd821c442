package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
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
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.Schema;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Subscription;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.UserMapping;
import dev.drift.engine.model.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the other objects depend on one that is dropped. */
final class Dependency {
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
          Kind.PARTITION_INDEX,
          Kind.PARTITION_TRIGGER,
          Kind.ENUM);

  private final ObjectId id;
  private final Objects objects;
  private final Usage usage;
  private final TableDependency relations;
  private final SoftMembers soft;

  Dependency(SchemaObject dropped, Objects objects, int serverMajor) {
    this.id = dropped.id();
    this.soft = new SoftMembers(objects, serverMajor);
    this.objects = objects;
    this.usage = new Usage(id, objects);
    this.relations = new TableDependency(id, usage);
  }

  /**
   * {@return whether objects of that kind, on whatever relation, can depend on it at all}
   *
   * <p>Foreign keys apart, which are found by what they point to; and so is all that depends on a
   * column.
   */
  boolean concerns(Kind kind) {
    return switch (id.kind()) {
      case COLUMN -> false;
      case INDEX, PRIMARY_KEY, UNIQUE, EXCLUSION -> kind == Kind.PARTITION_INDEX;
      case TRIGGER -> kind == Kind.PARTITION_TRIGGER;
      case PARTITION_INDEX, PARTITION_TRIGGER -> false;
      case CHECK, FOREIGN_KEY, POLICY, COMMENT, DOMAIN_CONSTRAINT -> false;
      case OWNER, PRIVILEGES, DEFAULT_PRIVILEGES -> false;
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
        return Consequence.goesIf(object.id().schema().equals(id.name()));
      }
      return object.id().schema().equals(id.name()) && object.id().parent().isEmpty()
              || object instanceof Extension extension && extension.schema().equals(id.name())
              || object instanceof RangeType range
                  && range.multirange().filter(n -> n.schema().equals(id.name())).isPresent()
          ? Consequence.FORBIDS
          : Consequence.NONE;
    }
    if (object instanceof OperatorFamily family) {
      var name = new QualifiedName(id.schema(), id.name());
      return Consequence.forbidsIf(isReferred(soft.without(name, family)));
    }
    if (object instanceof CompositeType composite) {
      return without(composite).equals(composite) ? Consequence.NONE : Consequence.FIELDS_FORBID;
    }
    if (BY_NAME.contains(id.kind()) && !(object instanceof OperatorClass)) {
      boolean inExpressions = id.kind() == Kind.COLLATION || id.kind() == Kind.OPERATOR;
      if (!inExpressions || isReferred(object)) {
        return Consequence.forbidsIf(isReferred(object));
      }
    }
    return switch (object) {
      case Schema none -> Consequence.NONE;
      case Extension none -> Consequence.NONE;
      case EnumType none -> Consequence.NONE;
      case Comment none -> Consequence.NONE;
      case Owner none -> Consequence.NONE;
      case Privileges none -> Consequence.NONE;
      case DefaultPrivileges none -> Consequence.NONE;
      case Sequence sequence -> relations.sequence(sequence);
      case Table table -> relations.table(table);
      case Column column -> relations.column(column);
      case PrimaryKey key -> relations.ownColumns(key.id(), key.columns(), key.include());
      case Unique unique -> relations.ownColumns(unique.id(), unique.columns(), unique.include());
      case ForeignKey key -> relations.foreignKey(key);
      case Check check -> relations.ownExpression(check.id(), check.expression());
      case Exclusion exclusion -> relations.exclusion(exclusion);
      case Index index -> relations.index(index);
      case CompositeType fields -> Consequence.NONE;
      case DomainType domain ->
          usage.isOf(domain.base()) || usage.uses(domain.id(), domain.defaultValue())
              ? Consequence.FORBIDS
              : Consequence.NONE;
      case DomainConstraint check ->
          Consequence.forbidsIf(usage.uses(Rewriter.owner(check.id()), check.expression()));
      case View view -> Consequence.forbidsIf(usage.reads(view.query()));
      case MaterializedView view -> Consequence.forbidsIf(usage.reads(view.query()));
      case Routine routine -> Consequence.forbidsIf(usage.routine(routine));
      case Trigger trigger -> Consequence.forbidsIf(usage.trigger(trigger));
      case RewriteRule rule -> Consequence.forbidsIf(usage.rule(rule));
      case Statistics statistics -> relations.statistics(statistics);
      case ForeignDataWrapper wrapper ->
          Consequence.forbidsIf(
              wrapper.handler().filter(usage::calls).isPresent()
                  || wrapper.validator().filter(usage::calls).isPresent());
      case ForeignServer server ->
          Consequence.forbidsIf(
              id.equals(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, server.wrapper())));
      case UserMapping mapping ->
          Consequence.forbidsIf(id.equals(ObjectId.global(Kind.SERVER, mapping.id().parent())));
      case Publication publication ->
          without(publication).equals(publication) ? Consequence.NONE : Consequence.MEMBERS_FORBID;
      case Subscription none -> Consequence.NONE;
      case SecurityLabel label -> Consequence.goesIf(label.target().equals(id));
      case Row none -> Consequence.NONE;
      case ExtensionDependency dependency ->
          Consequence.goesIf(
              dependency.target().equals(id)
                  || id.equals(ObjectId.global(Kind.EXTENSION, dependency.extension())));
      case EventTrigger trigger -> Consequence.forbidsIf(usage.calls(trigger.function()));
      case OperatorClass operatorClass -> operatorClass(operatorClass);
      case Defined defined -> Consequence.forbidsIf(isReferred(defined));
      case PartitionIndex part -> Consequence.goesIf(part.original().equals(id));
      case PartitionTrigger part -> Consequence.goesIf(part.original().equals(id));
      case Policy policy ->
          Consequence.forbidsIf(
              policy.using().filter(e -> usage.policyUses(policy, e)).isPresent()
                  || policy.check().filter(e -> usage.policyUses(policy, e)).isPresent());
    };
  }

  /** {@return the composite type without the fields that are of what is dropped} */
  CompositeType without(CompositeType composite) {
    var name = Optional.of(new QualifiedName(id.schema(), id.name()));
    return new CompositeType(
        composite.id(),
        composite.fields().stream()
            .filter(field -> !usage.isOf(field.type()))
            .filter(field -> id.kind() != Kind.COLLATION || !field.collation().equals(name))
            .toList());
  }

  /** {@return the publication without the tables whose published columns or rows depend on it} */
  Publication without(Publication publication) {
    return publication.of(
        publication.tables().stream().filter(member -> !isNeeded(member)).toList(),
        publication.schemas());
  }

  private boolean isNeeded(Publication.Member member) {
    return id.kind() == Kind.COLUMN
        && id.belongsTo(member.table())
        && (member.columns().contains(id.name())
            || member
                .condition()
                .filter(e -> !Expressions.columns(e, List.of(id.name())).isEmpty())
                .isPresent());
  }

  private boolean isReferred(SchemaObject object) {
    return References.of(object, objects).contains(id);
  }

  /** A class goes with its family, and everything else needs to be asked for. */
  private Consequence operatorClass(OperatorClass operatorClass) {
    return id.kind() == Kind.OPERATOR_FAMILY
        ? Consequence.goesIf(isReferred(operatorClass))
        : Consequence.forbidsIf(isReferred(operatorClass));
  }
}
