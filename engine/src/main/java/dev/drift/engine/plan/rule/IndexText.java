package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import java.util.stream.Collectors;

/** How an index is written. */
final class IndexText {
  private IndexText() {}

  /**
   * {@return {@code CREATE … INDEX …}, {@code how} before the name: {@code CONCURRENTLY} or
   * nothing}
   */
  static String create(Index index, String how) {
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + how
        + quote(index.id().name())
        + (index.only() ? " ON ONLY " : " ON ")
        + Sql.owner(index.id())
        + (index.method().equals("btree") ? "" : " USING " + quote(index.method()))
        + " ("
        + index.keys().stream().map(IndexText::key).collect(Collectors.joining(", "))
        + ")"
        + Sql.include(index.include())
        + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
        + Sql.with(index.options())
        + index.tablespace().map(name -> " TABLESPACE " + quote(name)).orElse("")
        + index.predicate().map(where -> " WHERE " + where).orElse("");
  }

  /** {@return one key with collation, operator class and order} */
  static String key(IndexKey key) {
    var sql = new StringBuilder();
    sql.append(key.column() ? key.expression().sql() : "(" + key.expression() + ")");
    key.collation().ifPresent(name -> sql.append(" COLLATE ").append(Sql.name(name)));
    key.operatorClass().ifPresent(name -> sql.append(' ').append(Sql.name(name)));
    if (!key.operatorClassOptions().isEmpty()) {
      sql.append(" (").append(Sql.options(key.operatorClassOptions())).append(')');
    }
    if (key.descending()) {
      sql.append(" DESC");
    }
    if (key.nullsFirst() != key.descending()) {
      sql.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    return sql.toString();
  }
}
