package dev.drift.engine.model;

/**
 * A scalar SQL expression inside an object: a default, a check, an index key, a condition.
 *
 * @param sql its text, valid with {@code search_path = pg_catalog} as far as its names could be
 *     resolved; columns of the owning table stand unqualified. Two expressions may mean the same
 *     and differ in text; room {@code canon} decides that.
 */
public record Expression(String sql) {
  @Override
  public String toString() {
    return sql;
  }
}
