package dev.drift.engine.model;

/** One object of a schema. A record per kind; the kinds are listed once, here. */
public sealed interface SchemaObject
    permits Schema,
        Extension,
        EnumType,
        CompositeType,
        DomainType,
        DomainConstraint,
        Sequence,
        Table,
        Column,
        PrimaryKey,
        Unique,
        ForeignKey,
        Check,
        Exclusion,
        Index,
        PartitionIndex,
        View,
        MaterializedView,
        Routine,
        Trigger,
        PartitionTrigger,
        Policy,
        RewriteRule,
        Statistics,
        EventTrigger,
        ForeignDataWrapper,
        ForeignServer,
        UserMapping,
        Publication,
        Subscription,
        SecurityLabel,
        ExtensionDependency,
        Defined,
        Comment,
        Owner,
        Privileges,
        DefaultPrivileges,
        Row {

  /** {@return what identifies it; its kind is the record's} */
  ObjectId id();
}
