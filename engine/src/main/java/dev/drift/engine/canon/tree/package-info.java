/**
 * SQL expressions and queries as a tree: what is read, walked, rewritten, bound and printed.
 *
 * <pre>
 * Node      = Expression (columns, constants, operators, calls, …) | {@link QueryNode} | parts of queries
 * QueryNode = WITH ctes, a {@link Body}, ORDER BY, LIMIT, locking
 * Body      = SELECT | VALUES | set operation | a query in parentheses
 * FromItem  = relation | subquery | function | join
 * </pre>
 *
 * <p>The readers are recursive-descent with PostgreSQL's operator precedences (gram.y, {@code
 * a_expr}). The tree keeps the surface form, {@code BETWEEN} as such, so that what is printed is
 * what was meant; room {@code canon.rewrite} brings surface forms to one.
 */
@NullMarked
package dev.drift.engine.canon.tree;

import org.jspecify.annotations.NullMarked;
