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
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Language;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rebuilds an object of any kind with a {@link Rewriting} applied to each of its parts. */
final class Rewriter {
  private final Rewriting to;
  private final DefinitionRewriter definitions;

  Rewriter(Rewriting to) {
    this.to = to;
    this.definitions = new DefinitionRewriter(to);
  }

  /** {@return {@code object} rewritten; equal to it if the rewriting concerns no part of it} */
  SchemaObject rewrite(SchemaObject object) {
    ObjectId id = to.id(object.id());
    ObjectId owner = owner(object.id());
    return switch (object) {
      case Schema schema -> new Schema(id);
      case Extension extension -> new Extension(id, extension.schema());
      case EnumType enumType -> new EnumType(id, enumType.values());
      case CompositeType composite -> composite(id, composite);
      case DomainType domain ->
          new DomainType(
              id,
              to.type(domain.base()),
              domain.notNull(),
              expression(owner, domain.defaultValue()),
              collation(domain.collation()));
      case DomainConstraint check ->
          new DomainConstraint(id, to.expression(owner, check.expression()), check.validated());
      case Sequence sequence ->
          new Sequence(id, sequence.options(), sequence.ownedBy().map(to::id), sequence.unlogged());
      case Table table -> table(id, table);
      case Column column -> column(id, owner, column);
      case PrimaryKey key ->
          new PrimaryKey(
              id,
              columns(owner, key.columns()),
              columns(owner, key.include()),
              key.deferral(),
              key.options(),
              key.tablespace(),
              key.withoutOverlaps());
      case Unique unique ->
          new Unique(
              id,
              columns(owner, unique.columns()),
              columns(owner, unique.include()),
              unique.nullsNotDistinct(),
              unique.deferral(),
              unique.options(),
              unique.tablespace(),
              unique.withoutOverlaps());
      case ForeignKey key -> foreignKey(id, owner, key);
      case Check check ->
          new Check(
              id,
              to.expression(owner, check.expression()),
              check.noInherit(),
              check.validated(),
              check.enforced());
      case Exclusion exclusion ->
          new Exclusion(
              id,
              exclusion.method(),
              exclusion.elements().stream()
                  .map(e -> new Exclusion.Element(key(owner, e.key()), e.operator()))
                  .toList(),
              columns(owner, exclusion.include()),
              expression(owner, exclusion.predicate()),
              exclusion.deferral(),
              exclusion.options(),
              exclusion.tablespace());
      case Index index ->
          new Index(
              id,
              index.unique(),
              index.method(),
              index.keys().stream().map(key -> key(owner, key)).toList(),
              columns(owner, index.include()),
              index.nullsNotDistinct(),
              expression(owner, index.predicate()),
              index.options(),
              index.tablespace(),
              index.only(),
              index.valid());
      case View view ->
          new View(id, columns(owner, view.columns()), to.query(view.query()), view.options());
      case MaterializedView view ->
          new MaterializedView(
              id,
              columns(owner, view.columns()),
              to.query(view.query()),
              view.options(),
              view.accessMethod(),
              view.tablespace());
      case Routine routine -> routine(id, owner, routine);
      case Trigger trigger -> trigger(id, owner, trigger);
      case Policy policy ->
          new Policy(
              id,
              policy.permissive(),
              policy.command(),
              policy.roles(),
              expression(owner, policy.using()),
              expression(owner, policy.check()));
      case RewriteRule rule ->
          new RewriteRule(
              id,
              rule.event(),
              rule.instead(),
              expression(owner, rule.condition()),
              rule.commands().stream().map(command -> command(owner, command)).toList(),
              rule.enabled());
      case Statistics statistics ->
          new Statistics(
              id,
              to.id(statistics.relation()),
              columns(statistics.relation(), statistics.columns()),
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
              global(Kind.FOREIGN_DATA_WRAPPER, server.wrapper()),
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

  private String global(Kind kind, String name) {
    return to.name(kind, new QualifiedName("", name)).name();
  }

  /** {@return the relation or domain that the object belongs to, else the object itself} */
  static ObjectId owner(ObjectId id) {
    return id.parent().isEmpty() ? id : ObjectId.table(id.schema(), id.parent());
  }

  private CompositeType composite(ObjectId id, CompositeType composite) {
    return new CompositeType(
        id,
        composite.fields().stream()
            .map(
                field ->
                    new CompositeType.Field(
                        field.name(), to.type(field.type()), collation(field.collation())))
            .toList());
  }

  private Table table(ObjectId id, Table table) {
    return TableEdit.of(
        table,
        edit -> {
          edit.id = id;
          edit.partitionKey = expression(table.id(), table.partitionKey());
          edit.partitionOf =
              table.partitionOf().map(p -> new Table.Partition(to.id(p.parent()), p.bound()));
          edit.inherits = table.inherits().stream().map(to::id).toList();
          edit.foreign =
              table
                  .foreign()
                  .map(f -> new Table.Foreign(global(Kind.SERVER, f.server()), f.options()));
          edit.ofType = table.ofType().map(to::type);
          edit.clusterOn = table.clusterOn().map(index -> to.index(table.id(), index));
          if (table.replicaIdentity().startsWith("index ")) {
            String index = table.replicaIdentity().substring("index ".length());
            edit.replicaIdentity = "index " + to.index(table.id(), index);
          }
        });
  }

  private Column column(ObjectId id, ObjectId owner, Column column) {
    return ColumnEdit.of(
        column,
        edit -> {
          edit.id = id;
          edit.type = to.type(column.type());
          edit.defaultValue = expression(owner, column.defaultValue());
          edit.generated =
              column
                  .generated()
                  .map(
                      generated ->
                          new Column.Generated(
                              to.expression(owner, generated.expression()), generated.stored()));
          edit.identity =
              column
                  .identity()
                  .map(
                      identity ->
                          new Column.Identity(
                              identity.always(),
                              to.name(Kind.SEQUENCE, identity.sequence()),
                              identity.options()));
          edit.collation = collation(column.collation());
        });
  }

  private ForeignKey foreignKey(ObjectId id, ObjectId owner, ForeignKey key) {
    return new ForeignKey(
        id,
        columns(owner, key.columns()),
        to.id(key.referenced()),
        columns(key.referenced(), key.referencedColumns()),
        key.match(),
        key.onUpdate(),
        key.onDelete(),
        columns(owner, key.setColumns()),
        key.deferral(),
        key.validated(),
        key.enforced(),
        key.period());
  }

  private Routine routine(ObjectId id, ObjectId owner, Routine routine) {
    List<Routine.Parameter> parameters =
        routine.parameters().stream()
            .map(
                p ->
                    new Routine.Parameter(
                        p.mode(), p.name(), to.type(p.type()), expression(owner, p.defaultValue())))
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
        routine.language(),
        routine.body(),
        expression(owner, routine.standardBody()),
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

  private Trigger trigger(ObjectId id, ObjectId owner, Trigger trigger) {
    return new Trigger(
        id,
        trigger.timing(),
        trigger.events(),
        new LinkedHashSet<>(columns(owner, List.copyOf(trigger.updateColumns()))),
        trigger.forEachRow(),
        trigger.constraint(),
        trigger.deferral(),
        trigger.referenced().map(to::id),
        trigger.oldTable(),
        trigger.newTable(),
        expression(owner, trigger.condition()),
        to.name(Kind.FUNCTION, trigger.function()),
        trigger.arguments(),
        trigger.enabled());
  }

  /** A command of a rule reaches its own relation's columns through OLD and NEW as well. */
  private Query command(ObjectId owner, Query command) {
    Query rewritten = to.query(command);
    return new Query(
        to.rows(owner, rewritten.sql()), rewritten.understood(), rewritten.relations());
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
                        columns(member.table(), member.columns()),
                        expression(member.table(), member.condition())))
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

  private IndexKey key(ObjectId owner, IndexKey key) {
    return new IndexKey(
        to.expression(owner, key.expression()),
        key.column(),
        collation(key.collation()),
        key.operatorClass().map(name -> to.name(Kind.OPERATOR_CLASS, name)),
        key.operatorClassOptions(),
        key.descending(),
        key.nullsFirst());
  }

  private Optional<Expression> expression(ObjectId owner, Optional<Expression> expression) {
    return expression.map(e -> to.expression(owner, e));
  }

  private Optional<QualifiedName> collation(Optional<QualifiedName> collation) {
    return collation.map(name -> to.name(Kind.COLLATION, name));
  }

  private List<String> columns(ObjectId relation, List<String> columns) {
    return columns.stream().map(column -> to.column(relation, column)).toList();
  }

  private SortedSet<String> columns(ObjectId relation, SortedSet<String> columns) {
    var renamed = new TreeSet<String>();
    columns.forEach(column -> renamed.add(to.column(relation, column)));
    return renamed;
  }
}
