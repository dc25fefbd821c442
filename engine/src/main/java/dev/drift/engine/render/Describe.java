package dev.drift.engine.render;

import dev.drift.engine.canon.Types;
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
import dev.drift.engine.model.Language;
import dev.drift.engine.model.MaterializedView;
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
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schema objects in the few words that a report has room for. */
final class Describe {
  private Describe() {}

  /** {@return what the object is, without its name: {@code text NOT NULL}} */
  static String object(SchemaObject object) {
    return switch (object) {
      case Column column -> DescribePart.column(column);
      case PrimaryKey key ->
          "PRIMARY KEY "
              + DescribePart.columns(key.columns())
              + DescribePart.deferral(key.deferral());
      case Unique unique ->
          "UNIQUE "
              + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
              + DescribePart.columns(unique.columns())
              + DescribePart.deferral(unique.deferral());
      case ForeignKey key -> DescribePart.foreignKey(key);
      case Check check ->
          "CHECK (" + check.expression().sql() + ")" + (check.validated() ? "" : " NOT VALID");
      case DomainConstraint check -> "CHECK (" + check.expression().sql() + ")";
      case Exclusion exclusion ->
          "EXCLUDE USING "
              + exclusion.method()
              + exclusion.elements().stream()
                  .map(element -> DescribePart.key(element.key()) + " WITH " + element.operator())
                  .collect(Collectors.joining(", ", " (", ")"));
      case Index index -> DescribePart.index(index);
      case EnumType type ->
          type.values().stream()
              .map(Identifiers::literal)
              .collect(Collectors.joining(", ", "ENUM (", ")"));
      case CompositeType type ->
          type.fields().stream()
              .map(field -> Identifiers.quote(field.name()) + " " + Types.sql(field.type()))
              .collect(Collectors.joining(", ", "(", ")"));
      case DomainType domain ->
          Types.sql(domain.base())
              + (domain.notNull() ? " NOT NULL" : "")
              + domain.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("");
      case Sequence sequence -> "sequence of " + Types.sql(sequence.options().type());
      case View view -> view.query().sql();
      case MaterializedView view -> view.query().sql();
      case Routine routine -> routine(routine);
      case PartitionIndex part -> part.id().name() + " for " + part.original().path();
      case PartitionTrigger part -> "for " + part.original().path();
      case Trigger trigger -> DescribePart.trigger(trigger);
      case Policy policy -> DescribePart.policy(policy);
      case RewriteRule rule -> DescribePart.rule(rule);
      case Statistics statistics ->
          Stream.concat(
                  statistics.columns().stream().map(Identifiers::quote),
                  statistics.expressions().stream().map(e -> "(" + e.sql() + ")"))
              .collect(Collectors.joining(", ", "ON ", " FROM " + statistics.relation().path()));
      case ForeignDataWrapper wrapper -> "options " + DescribeAttribute.value(wrapper.options());
      case ForeignServer server ->
          "FOREIGN DATA WRAPPER "
              + server.wrapper()
              + ", options "
              + DescribeAttribute.value(server.options());
      case UserMapping mapping -> "options " + DescribeAttribute.value(mapping.options());
      case Publication publication -> publication(publication);
      case Subscription subscription ->
          "PUBLICATION " + String.join(", ", subscription.publications());
      case SecurityLabel label -> Identifiers.literal(label.label());
      case Row row -> values(row);
      case ExtensionDependency dependency -> "depends on extension " + dependency.extension();
      case EventTrigger trigger ->
          "ON " + trigger.event() + " EXECUTE FUNCTION " + trigger.function() + "()";
      case Comment comment -> Identifiers.literal(comment.text());
      case Owner owner -> owner.role();
      case Privileges privileges -> DescribeAttribute.grants(privileges.grants());
      case DefaultPrivileges defaults -> DescribeAttribute.grants(defaults.grants());
      case Table table ->
          table
              .partitionOf()
              .map(place -> "partition of " + place.parent().path() + " " + place.bound().sql())
              .orElse(
                  table.partitionKey().map(key -> "partitioned by " + key.sql()).orElse("table"));
      case RangeType range -> "range of " + Types.sql(range.subtype());
      case BaseType type -> type.defined() ? "base type" : "shell type";
      case Collation collation ->
          collation.provider()
              + ' '
              + (collation.locale().isEmpty() ? collation.collate() : collation.locale());
      case Aggregate aggregate ->
          "SFUNC = "
              + aggregate.state().transition()
              + ", STYPE = "
              + Types.sql(aggregate.state().type());
      case Cast cast ->
          cast.function().map(QualifiedName::toString).orElse(cast.method())
              + ", "
              + cast.context();
      case Operator operator -> "PROCEDURE = " + operator.function();
      case OperatorFamily family ->
          "operators: " + family.operators().size() + ", functions: " + family.functions().size();
      case OperatorClass operatorClass -> "for " + Types.sql(operatorClass.type());
      case Conversion conversion -> conversion.from() + " to " + conversion.to();
      case Transform transform -> "transform";
      case Language language -> "HANDLER " + language.handler();
      case AccessMethod method -> method.type() + " access method, HANDLER " + method.handler();
      case TextSearchParser parser -> "parser, GETTOKEN = " + parser.token();
      case TextSearchTemplate template -> "LEXIZE = " + template.lexize();
      case TextSearchDictionary dictionary ->
          "TEMPLATE = "
              + dictionary.template()
              + ", "
              + DescribeAttribute.value(dictionary.options());
      case TextSearchConfiguration configuration ->
          "PARSER = "
              + configuration.parser()
              + ", "
              + DescribeAttribute.value(configuration.mappings());
      case Schema schema -> "schema";
      case Extension extension -> "extension";
    };
  }

  private static String routine(Routine routine) {
    String returns =
        routine
            .returns()
            .map(type -> "returns " + (routine.returnsSet() ? "setof " : "") + Types.sql(type))
            .orElse(routine.id().kind().words());
    return returns + ", " + routine.language() + ", " + routine.volatility();
  }

  private static String publication(Publication publication) {
    if (publication.allTables()) {
      return "FOR ALL TABLES";
    }
    var words = new ArrayList<String>();
    publication.tables().forEach(member -> words.add("table " + member.table().path()));
    publication.schemas().forEach(schema -> words.add("tables in schema " + schema));
    return words.isEmpty() ? "of nothing" : "FOR " + String.join(", ", words);
  }

  private static String values(Row row) {
    return row.values().entrySet().stream()
        .map(value -> value.getKey() + " = " + value.getValue())
        .collect(Collectors.joining(", "));
  }
}
