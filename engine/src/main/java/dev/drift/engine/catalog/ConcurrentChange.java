package dev.drift.engine.catalog;

/**
 * What a query says does not fit together: catalog functions such as {@code pg_get_expr} see the
 * present, not the snapshot, and give null for what is gone by then.
 */
final class ConcurrentChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConcurrentChange(String missing) {
    super("no " + missing, null, false, false);
  }
}
