package dev.drift.engine.catalog;

import java.util.List;

/** Makes objects of the rows of one catalog query. */
interface CatalogReader {
  /** Every reader, in the order in which they build on one another. */
  List<CatalogReader> ALL =
      List.of(
          new SchemaReader(),
          new ExtensionReader(),
          new CollationReader(),
          new TypeReader(),
          new RelationReader(),
          new SequenceReader(),
          new TableReader(),
          new ColumnReader(),
          new OperatorClassReader(),
          new IndexReader(),
          new ConstraintReader(),
          new RoutineReader(),
          new ForeignWrapperReader(),
          new ForeignServerReader(),
          new UserMappingReader(),
          new OperatorReader(),
          new AggregateReader(),
          new BaseTypeReader(),
          new RangeTypeReader(),
          new OperatorFamilyReader(),
          new OwnOperatorClassReader(),
          new DefinitionReader(),
          new ViewReader(),
          new TriggerReader(),
          new PolicyReader(),
          new RuleReader(),
          new StatisticsReader(),
          new EventTriggerReader(),
          new PublicationReader(),
          new SubscriptionReader(),
          new CommentReader(),
          new SecurityLabelReader(),
          new ExtensionDependencyReader(),
          new PrivilegeReader(),
          new DefaultPrivilegeReader(),
          new NotModelledReader());

  /** {@return the name of its query, which is also what a report calls it} */
  String family();

  /** {@return whether the readers after it need what it reads} */
  default boolean isFoundation() {
    return false;
  }

  /** Adds what the rows say to {@code reading}. */
  void read(List<CatalogRow> rows, Reading reading);
}
