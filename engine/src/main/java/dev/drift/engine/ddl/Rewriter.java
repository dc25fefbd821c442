package dev.drift.engine.ddl;

import dev.drift.engine.model.AccessMethod;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Collation;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Conversion;
import dev.drift.engine.model.DefaultPrivileges;
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
import dev.drift.engine.model.Language;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
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
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.UserMapping;
import dev.drift.engine.model.View;
import java.util.List;
import java.util.TreeSet;

/** Rebuilds an object of any kind with a {@link Rewriting} applied to each of its parts. */
final class Rewriter {
  private final Rewriting to;
  private final RelationRewriter relations;
  private final DefinitionRewriter definitions;

  Rewriter(Rewriting to) {
    this.to = to;
    this.relations = new RelationRewriter(to);
    this.definitions = new DefinitionRewriter(to);
  }

  /** {@return {@code object} rewritten; equal to it if the rewriting concerns no part of it} */
  SchemaObject rewrite(SchemaObject object) {
    ObjectId id = to.id(object.id());
    ObjectId owner = owner(object.id());
    return switch (object) {
      case Schema schema -> new Schema(id);
      case Extension extension -> new Extension(id, extension.schema(), extension.memberGrants());
      case EnumType enumType -> new EnumType(id, enumType.values());
      case CompositeType composite -> composite(id, composite);
      case DomainType domain ->
          new DomainType(
              id,
              to.type(domain.base()),
              domain.notNull(),
              to.expression(owner, domain.defaultValue()),
              to.collation(domain.collation()),
              domain.notNullConstraint());
      case DomainConstraint check ->
          new DomainConstraint(id, to.expression(owner, check.expression()), check.validated());
      case Sequence sequence ->
          new Sequence(id, sequence.options(), sequence.ownedBy().map(to::id), sequence.unlogged());
      case Table table -> relations.table(id, table);
      case Column column -> relations.column(id, owner, column);
      case PrimaryKey key -> relations.primaryKey(id, owner, key);
      case Unique unique -> relations.unique(id, owner, unique);
      case ForeignKey key -> relations.foreignKey(id, owner, key);
      case Check check -> relations.check(id, owner, check);
      case Exclusion exclusion -> relations.exclusion(id, owner, exclusion);
      case Index index -> relations.index(id, owner, index);
      case PartitionIndex part ->
          new PartitionIndex(id, to.id(part.original()), part.options(), part.tablespace());
      case PartitionTrigger part ->
          new PartitionTrigger(id, to.id(part.original()), part.enabled());
      case View view -> relations.view(id, owner, view);
      case MaterializedView view -> relations.materializedView(id, owner, view);
      case Routine routine -> routine(id, owner, routine);
      case Trigger trigger -> relations.trigger(id, owner, trigger);
      case Policy policy -> relations.policy(id, owner, policy);
      case RewriteRule rule -> relations.rule(id, owner, rule);
      case Statistics statistics ->
          new Statistics(
              id,
              to.id(statistics.relation()),
              to.columns(statistics.relation(), statistics.columns()),
              statistics.expressions().stream()
                  .map(e -> to.expression(statistics.relation(), e))
                  .toList(),
              statistics.kinds(),
              statistics.statisticsTarget());
      case ForeignDataWrapper wrapper ->
          new ForeignDataWrapper(
              id,
              wrapper.handler().map(name -> to.name(Kind.FUNCTION, name)),
              wrapper.validator().map(name -> to.name(Kind.FUNCTION, name)),
              wrapper.options());
      case ForeignServer server ->
          new ForeignServer(
              id,
              to.global(Kind.FOREIGN_DATA_WRAPPER, server.wrapper()),
              server.type(),
              server.version(),
              server.options());
      case UserMapping mapping -> new UserMapping(id, mapping.options());
      case Publication publication -> publication(id, publication);
      case Subscription subscription ->
          new Subscription(
              id, subscription.connection(), subscription.publications(), subscription.options());
      case SecurityLabel label ->
          SecurityLabel.on(to.id(label.target()), label.provider(), label.label());
      case Row row -> new Row(id, row.keyed(), row.key(), row.values());
      case ExtensionDependency dependency ->
          ExtensionDependency.of(to.id(dependency.target()), dependency.extension());
      case EventTrigger trigger ->
          new EventTrigger(
              id,
              trigger.event(),
              trigger.tags(),
              to.name(Kind.FUNCTION, trigger.function()),
              trigger.enabled());
      case Aggregate aggregate -> definitions.aggregate(id, aggregate);
      case Collation it ->
          new Collation(
              id,
              it.provider(),
              it.collate(),
              it.ctype(),
              it.locale(),
              it.rules(),
              it.deterministic(),
              it.anyEncoding());
      case RangeType range -> definitions.range(id, range);
      case BaseType type -> definitions.baseType(id, type);
      case Cast cast -> definitions.cast(cast);
      case Operator operator -> definitions.operator(id, operator);
      case OperatorFamily family -> definitions.family(id, family);
      case OperatorClass operatorClass -> definitions.operatorClass(id, operatorClass);
      case Conversion conversion -> definitions.conversion(id, conversion);
      case Transform transform -> definitions.transform(transform);
      case Language language -> definitions.language(id, language);
      case AccessMethod method -> definitions.accessMethod(id, method);
      case TextSearchParser parser -> definitions.parser(id, parser);
      case TextSearchTemplate template -> definitions.template(id, template);
      case TextSearchDictionary dictionary -> definitions.dictionary(id, dictionary);
      case TextSearchConfiguration configuration -> definitions.configuration(id, configuration);
      case Comment comment -> Comment.on(to.id(comment.target()), comment.text());
      case Owner whose -> Owner.of(to.id(whose.target()), whose.role());
      case Privileges privileges -> Privileges.on(to.id(privileges.target()), privileges.grants());
      case DefaultPrivileges defaults ->
          DefaultPrivileges.of(defaults.role(), id.schema(), defaults.objects(), defaults.grants());
    };
  }

  /** {@return the relation or domain that the object belongs to, else the object itself} */
  static ObjectId owner(ObjectId id) {
    return id.parent().isEmpty() ? id : id.parentTable();
  }

  private CompositeType composite(ObjectId id, CompositeType composite) {
    return new CompositeType(
        id,
        composite.fields().stream()
            .map(
                field ->
                    new CompositeType.Field(
                        field.name(), to.type(field.type()), to.collation(field.collation())))
            .toList());
  }

  private Routine routine(ObjectId id, ObjectId owner, Routine routine) {
    List<Routine.Parameter> parameters =
        routine.parameters().stream()
            .map(
                p ->
                    new Routine.Parameter(
                        p.mode(), p.name(), to.type(p.type()), to.defaultValue(owner, p)))
            .toList();
    ObjectId typed =
        parameters.equals(routine.parameters())
            ? id
            : id.withName(RoutineNames.signature(RoutineNames.bare(id), parameters));
    return new Routine(
        typed,
        parameters,
        routine.returns().map(to::type),
        routine.returnsSet(),
        to.global(Kind.LANGUAGE, routine.language()),
        routine.body(),
        routine.standardBody().map(body -> body.with(query -> to.query(owner, query))),
        routine.volatility(),
        routine.strict(),
        routine.securityDefiner(),
        routine.leakproof(),
        routine.window(),
        routine.parallel(),
        routine.cost(),
        routine.rows(),
        routine.support().map(name -> to.name(Kind.FUNCTION, name)),
        routine.settings());
  }

  private Publication publication(ObjectId id, Publication publication) {
    var schemas = new TreeSet<String>();
    for (String schema : publication.schemas()) {
      schemas.add(to.id(ObjectId.global(Kind.SCHEMA, schema)).name());
    }
    List<Publication.Member> tables =
        publication.tables().stream()
            .map(
                member ->
                    new Publication.Member(
                        to.id(member.table()),
                        to.columns(member.table(), member.columns()),
                        to.expression(member.table(), member.condition())))
            .toList();
    return new Publication(
        id,
        publication.allTables(),
        tables,
        schemas,
        publication.publish(),
        publication.viaRoot(),
        publication.generatedColumns());
  }
}
