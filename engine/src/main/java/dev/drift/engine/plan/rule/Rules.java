package dev.drift.engine.plan.rule;

import dev.drift.engine.canon.Grantable;
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
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.UserMapping;
import dev.drift.engine.model.View;
import dev.drift.engine.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of all kinds, listed once. */
public final class Rules {
  private Rules() {}

  @SuppressWarnings("unchecked") // each record is paired with a rule for just that record
  private static Rule<SchemaObject> of(SchemaObject object) {
    Rule<?> found =
        switch (object) {
          case Schema schema -> new SchemaRule();
          case Extension extension -> new ExtensionRule();
          case EnumType type -> new EnumRule();
          case CompositeType type -> new CompositeTypeRule();
          case DomainType domain -> new DomainRule();
          case DomainConstraint check -> new DomainConstraintRule();
          case Sequence sequence -> new SequenceRule();
          case Table table -> new TableRule();
          case Column column -> new ColumnRule();
          case PrimaryKey key -> new KeyRule<PrimaryKey>();
          case Unique unique -> new KeyRule<Unique>();
          case Exclusion exclusion -> new KeyRule<Exclusion>();
          case ForeignKey key -> new ForeignKeyRule();
          case Check check -> new CheckRule();
          case Index index -> new IndexRule();
          case View view -> new ViewRule();
          case MaterializedView view -> new MaterializedViewRule();
          case Routine routine -> new RoutineRule();
          case PartitionIndex part -> new PartitionIndexRule();
          case PartitionTrigger part -> new PartitionTriggerRule();
          case Trigger trigger -> new TriggerRule();
          case Policy policy -> new PolicyRule();
          case RewriteRule rule -> new RewriteRuleRule();
          case Statistics statistics -> new StatisticsRule();
          case ForeignDataWrapper wrapper -> new ForeignDataWrapperRule();
          case ForeignServer server -> new ForeignServerRule();
          case UserMapping mapping -> new UserMappingRule();
          case Publication publication -> new PublicationRule();
          case Subscription subscription -> new SubscriptionRule();
          case SecurityLabel label -> new SecurityLabelRule();
          case Row row -> new RowRule();
          case ExtensionDependency dependency -> new ExtensionDependencyRule();
          case EventTrigger trigger -> new EventTriggerRule();
          case Aggregate defined -> new AggregateRule();
          case Collation defined -> new CollationRule();
          case RangeType defined -> new RangeTypeRule();
          case BaseType defined -> new BaseTypeRule();
          case Cast defined -> new CastRule();
          case Operator defined -> new OperatorRule();
          case OperatorFamily defined -> new OperatorFamilyRule();
          case OperatorClass defined -> new OperatorClassRule();
          case Conversion defined -> new ConversionRule();
          case Transform defined -> new TransformRule();
          case Language defined -> new LanguageRule();
          case AccessMethod defined -> new AccessMethodRule();
          case TextSearchParser defined -> new TextSearchParserRule();
          case TextSearchTemplate defined -> new TextSearchTemplateRule();
          case TextSearchDictionary defined -> new TextSearchDictionaryRule();
          case TextSearchConfiguration defined -> new TextSearchConfigurationRule();
          case Comment comment -> new CommentRule();
          case Owner owner -> new OwnerRule();
          case Privileges privileges -> new PrivilegesRule();
          case DefaultPrivileges defaults -> new DefaultPrivilegesRule();
        };
    return (Rule<SchemaObject>) found;
  }

  /** {@return what makes {@code object}} */
  public static List<Action> create(SchemaObject object, Scene scene) {
    return TableRule.isInline(object, scene) && scene.isOwnerFresh(object.id())
        ? List.of()
        : of(object).create(object, scene);
  }

  /** {@return what removes {@code object}} */
  public static List<Action> drop(SchemaObject object, Scene scene) {
    return of(object).drop(object, scene);
  }

  /** {@return how {@code before} becomes {@code after}, of the same record} */
  public static Change change(
      SchemaObject before, SchemaObject after, Set<String> attributes, Scene scene) {
    return of(before).change(before, after, attributes, scene);
  }

  /** {@return what removes {@code before} and makes {@code after} while {@code stillOld} holds} */
  public static List<Action> rebuild(
      SchemaObject before, SchemaObject after, String stillOld, Scene scene) {
    return of(before).rebuild(before, after, stillOld, scene);
  }

  /** {@return dropping {@code before} before anything else, and making {@code after}} */
  public static List<Action> dropAndCreate(
      SchemaObject before, SchemaObject after, String stillOld, Scene scene) {
    return Rule.dropAndCreate(of(before), before, after, stillOld, scene);
  }

  /**
   * {@return what tells {@code table} again that it is clustered on, or identified by, an index}
   */
  public static List<Action> use(Table table, ObjectId index) {
    return TableSettings.use(table, index);
  }

  /**
   * {@return what keeps the database's default privileges from a new object that has only the usual
   * ones, and from the sequence behind it}
   */
  public static List<Action> asUsual(SchemaObject object, Scene scene) {
    var actions = new ArrayList<Action>();
    ObjectId id = object.id();
    if (id.kind() != Kind.COLUMN && Grantable.of(id.kind()).isPresent() && isUsual(id, scene)) {
      actions.addAll(PrivilegesRule.asUsual(id, id, scene));
    }
    if (object instanceof Column column && column.identity().isPresent()) {
      QualifiedName name = column.identity().get().sequence();
      ObjectId sequence = ObjectId.of(Kind.SEQUENCE, name.schema(), name.name());
      if (isUsual(sequence, scene)) {
        actions.addAll(PrivilegesRule.asUsual(id, sequence, scene));
      }
    }
    return actions;
  }

  private static boolean isUsual(ObjectId target, Scene scene) {
    return !scene.target().contains(target.facet(Kind.PRIVILEGES));
  }

  /** {@return whether {@code object} is written inside the CREATE TABLE of its new table} */
  public static boolean isInline(SchemaObject object, Scene scene) {
    return TableRule.isInline(object, scene) && scene.isOwnerFresh(object.id());
  }

  /** {@return whether a partition's {@code own} index can be its part for its table's} */
  public static boolean isLike(SchemaObject own, SchemaObject original) {
    return switch (original) {
      case Index index -> SpreadIndex.isLike(own, index);
      case PrimaryKey key ->
          own instanceof PrimaryKey other && other.columns().equals(key.columns());
      case Unique key -> own instanceof Unique other && other.columns().equals(key.columns());
      default -> false;
    };
  }
}
