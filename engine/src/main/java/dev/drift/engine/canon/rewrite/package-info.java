/**
 * Rewrites that bring what people write and what PostgreSQL prints (ruleutils.c) to one form. One
 * rule a file, listed once in {@link Rewrites}; each preserves meaning, and only what PostgreSQL's
 * own parser does to an expression (parse_expr.c) or what its printer undoes is rewritten.
 */
@NullMarked
package dev.drift.engine.canon.rewrite;

import org.jspecify.annotations.NullMarked;
