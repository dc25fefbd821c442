package dev.drift.engine.model;

/**
 * What extends the server itself. Its definition names functions, types and others of these kinds,
 * and holds no expression.
 */
public sealed interface Defined extends SchemaObject
    permits AccessMethod,
        Aggregate,
        BaseType,
        Cast,
        Collation,
        Conversion,
        Language,
        Operator,
        OperatorClass,
        OperatorFamily,
        RangeType,
        TextSearchConfiguration,
        TextSearchDictionary,
        TextSearchParser,
        TextSearchTemplate,
        Transform {}
