package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What {@code pg_index} says of an index, whether it stands alone or behind a constraint. */
record CatalogIndex(
    String name,
    String method,
    List<IndexKey> keys,
    List<String> include,
    boolean nullsNotDistinct,
    Optional<Expression> predicate,
    SortedMap<String, String> options,
    Optional<String> tablespace) {}
