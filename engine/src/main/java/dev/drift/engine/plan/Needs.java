package dev.drift.engine.plan;

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
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.Schema;
import dev.drift.engine.model.SchemaModel;
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
import java.util.Set;
import java.util.TreeSet;

/** What an object of a model needs to be there. */
final class Needs {
  private final SchemaModel model;
  private final Mentions mentions;
  private final TableNeeds tables;

  Needs(SchemaModel model, Mentions mentions) {
    this.model = model;
    this.mentions = mentions;
    this.tables = new TableNeeds(model, mentions);
  }

  /** {@return what {@code object} needs, there or not; the default of a column aside} */
  Set<ObjectId> of(SchemaObject object) {
    var found = new TreeSet<ObjectId>();
    collect(object, found);
    return found;
  }

  private void collect(SchemaObject object, Set<ObjectId> found) {
    ObjectId id = object.id();
    if (!id.schema().isEmpty()) {
      found.add(ObjectId.global(Kind.SCHEMA, id.schema()));
    }
    if (!id.parent().isEmpty() && !Dependencies.FACETS.contains(id.kind())) {
      mentions.owner(id).ifPresent(found::add);
    }
    if (!(object instanceof BaseType)) {
      found.addAll(References.of(object, model));
    }
    switch (object) {
      case Schema schema -> {}
      case Extension extension -> found.add(ObjectId.global(Kind.SCHEMA, extension.schema()));
      case EnumType type -> {}
      case CompositeType type -> type.fields().forEach(field -> mentions.type(field.type(), found));
      case DomainType domain -> {
        mentions.type(domain.base(), found);
        domain.defaultValue().ifPresent(value -> mentions.references(value.sql(), found));
      }
      case DomainConstraint check -> mentions.references(check.expression().sql(), found);
      case Sequence sequence -> {}
      case Table table -> tables.table(table, found);
      case Column column -> tables.column(column, found);
      case PrimaryKey key -> {
        mentions.columns(id, key.columns(), found);
        mentions.columns(id, key.include(), found);
      }
      case Unique unique -> {
        mentions.columns(id, unique.columns(), found);
        mentions.columns(id, unique.include(), found);
      }
      case Exclusion exclusion -> {
        exclusion.elements().forEach(element -> mentions.key(id, element.key(), found));
        exclusion.predicate().ifPresent(where -> mentions.expression(id, where, found));
      }
      case ForeignKey key -> tables.foreignKey(key, found);
      case Check check -> mentions.expression(id, check.expression(), found);
      case Index index -> {
        index.keys().forEach(key -> mentions.key(id, key, found));
        mentions.columns(id, index.include(), found);
        index.predicate().ifPresent(where -> mentions.expression(id, where, found));
      }
      case View view -> mentions.query(view.query(), found);
      case MaterializedView view -> mentions.query(view.query(), found);
      case Routine routine -> routine(routine, found);
      case PartitionIndex part -> found.add(part.original());
      case PartitionTrigger part -> found.add(part.original());
      case Trigger trigger -> trigger(trigger, found);
      case Policy policy -> {
        policy.using().ifPresent(using -> mentions.condition(id, using, found));
        policy.check().ifPresent(check -> mentions.condition(id, check, found));
      }
      case RewriteRule rule -> {
        rule.condition().ifPresent(condition -> mentions.condition(id, condition, found));
        for (Query command : rule.commands()) {
          mentions.query(command, found);
          mentions
              .owner(id)
              .ifPresent(
                  owner -> mentions.columnsNamed(Mentions.words(command.sql()), owner, found));
        }
      }
      case Statistics statistics -> {
        found.add(statistics.relation());
        statistics
            .columns()
            .forEach(name -> found.add(ObjectId.column(statistics.relation(), name)));
        for (Expression expression : statistics.expressions()) {
          mentions.references(expression.sql(), found);
          mentions.columnsNamed(Mentions.words(expression.sql()), statistics.relation(), found);
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
                    mentions.references(where.sql(), found);
                    mentions.columnsNamed(Mentions.words(where.sql()), member.table(), found);
                  });
        }
      }
      case Subscription subscription -> {}
      case BaseType type -> type.element().ifPresent(element -> mentions.type(element, found));
      case Defined named -> {}
      case SecurityLabel label -> subject(label.target(), found);
      case Row row -> tables.row(row, found);
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
        mentions
            .owner(privileges.target())
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
    mentions.owner(target).ifPresent(found::add);
    Wholes.key(model, target).ifPresent(found::add);
    model
        .identityColumn(new QualifiedName(target.schema(), target.name()))
        .ifPresent(column -> found.add(column.id()));
  }

  private void routine(Routine routine, Set<ObjectId> found) {
    routine
        .parameters()
        .forEach(
            parameter -> {
              mentions.type(parameter.type(), found);
              parameter.defaultValue().ifPresent(value -> mentions.references(value.sql(), found));
            });
    routine.returns().ifPresent(type -> mentions.type(type, found));
    routine
        .standardBody()
        .ifPresent(body -> body.statements().forEach(query -> mentions.query(query, found)));
  }

  private void trigger(Trigger trigger, Set<ObjectId> found) {
    QualifiedName function = trigger.function();
    found.add(ObjectId.of(Kind.FUNCTION, function.schema(), function.name() + "()"));
    mentions.columns(trigger.id(), trigger.updateColumns(), found);
    trigger.referenced().ifPresent(found::add);
    trigger.condition().ifPresent(when -> mentions.condition(trigger.id(), when, found));
  }

  private Set<ObjectId> routines(QualifiedName name) {
    var ids = new TreeSet<ObjectId>();
    model.routines(name.schema(), name.name()).forEach(routine -> ids.add(routine.id()));
    return ids;
  }
}
